namespace CecSim.Simulation.Scripts;

/// <summary>Plays one line of steps: keeps its place and arms its deadlines. Guarded by the timeline.</summary>
internal sealed class ScriptPlayer(SpaceScheduler scheduler, ScriptMachine machine, SeededRandom random)
{
    private ScriptTrack? _track;
    private ScheduledTimer? _deadline;

    public bool IsPlaying => _track is not null;

    /// <summary>Sends an event, which may stop this player.</summary>
    public required Action<ScriptStep.EventStep> Tell { get; init; }

    public required Action FallSilent { get; init; }

    public void Play(Script script)
    {
        Stop();
        _track = ScriptTrack.Of(script);
        Follow();
    }

    /// <returns>Whether the steps had waited for it, and go on.</returns>
    public bool Take(CallSignal signal)
    {
        if (_track is not { } track)
        {
            return false;
        }

        var move = ScriptMachine.OnSignal(track, signal);
        _track = move.Next;
        if (move is ScriptMove.Wait)
        {
            return false;
        }

        scheduler.Cancel(_deadline);
        Follow();
        return true;
    }

    public void Stop()
    {
        scheduler.Cancel(_deadline);
        _track = null;
    }

    private void OnDue()
    {
        _track = ScriptMachine.OnTime(_track!, scheduler.Now).Next;
        Follow();
    }

    // The place is kept before anything is done: an event that ends the call stops this player.
    private void Follow()
    {
        while (_track is { } track)
        {
            var move = machine.GoOn(track, scheduler.Now, random.Next());
            _track = move.Next;
            switch (move)
            {
                case ScriptMove.Emit told:
                    Tell(told.Step);
                    break;
                case ScriptMove.FallSilent:
                    FallSilent();
                    break;
                case ScriptMove.Wait wait:
                    _deadline = wait.Next!.DueAt is { } due ? scheduler.At(due, "script step", OnDue) : null;
                    return;
            }
        }
    }
}
