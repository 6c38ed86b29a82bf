namespace CecSim.Simulation.Scripts;

/// <summary>A call that follows the script of a rule, with the rule's handlers beside it.</summary>
internal sealed class ScriptedCall : ICallFlow
{
    private readonly CallProgress _progress;
    private readonly Call _call;
    private readonly CallRule _rule;
    private readonly ScriptPlayer _script;
    private readonly ScriptPlayer _onDrop;
    private readonly IReadOnlyList<HandlerWatch> _handlers;
    private bool _isOver;

    /// <param name="random">Of this call alone, so that what other calls do changes nothing in it.</param>
    public ScriptedCall(
        SpaceScheduler scheduler,
        CallProgress progress,
        Call call,
        CallRule rule,
        ScriptMachine machine,
        SeededRandom random)
    {
        _progress = progress;
        _call = call;
        _rule = rule;
        _script = PlayerFor("script");
        _onDrop = PlayerFor("onDrop");
        _handlers = [.. rule.On.Select((handler, i) => new HandlerWatch(handler, PlayerFor($"on {i}")))];

        ScriptPlayer PlayerFor(string part) =>
            new(scheduler, machine, random.Fork(part)) { Tell = Tell, FallSilent = Stop };
    }

    public void Begin() => _script.Play(_rule.Script);

    public void OnDropped()
    {
        if (!Take(new CallSignal.Drop()))
        {
            Stop();
            _onDrop.Play(_rule.OnDrop);
        }
    }

    // First whoever awaits it already: what begins because of a signal begins after it.
    public bool Take(CallSignal signal)
    {
        var isTaken = _script.Take(signal) | _onDrop.Take(signal);
        foreach (var handler in _handlers)
        {
            isTaken |= handler.Take(signal);
        }

        foreach (var handler in _handlers)
        {
            if (!_isOver)
            {
                handler.See(signal);
            }
        }

        return isTaken;
    }

    public void Stop()
    {
        _isOver = true;
        _script.Stop();
        _onDrop.Stop();
        foreach (var handler in _handlers)
        {
            handler.Stop();
        }
    }

    private void Tell(ScriptStep.EventStep step) =>
        _progress.Apply(_call, ScriptEvents.InputOf(step, _call.State), step.Wording);
}
