namespace CecSim.Simulation.Scripts;

/// <summary>One handler of a call: counts what the client does, and plays its steps when it is time.</summary>
internal sealed class HandlerWatch(CallHandler handler, ScriptPlayer player)
{
    private ActionWatch _watch = new(handler.Action);
    private long _seenCount;

    public bool Take(CallSignal signal) => player.Take(signal);

    /// <summary>Steps that are still being played are not begun a second time.</summary>
    public void See(CallSignal signal)
    {
        (var isIt, _watch) = _watch.See(signal);
        if (isIt && (++_seenCount == handler.Nth || handler.Nth is null) && !player.IsPlaying)
        {
            player.Play(handler.Do);
        }
    }

    public void Stop() => player.Stop();
}
