using System.Diagnostics;

namespace CecSim.Simulation.Calls;

/// <summary>The trace of one call. Its span ends with the call; what comes later still belongs to it.</summary>
public sealed class CallTrace(long callId, Activity? span)
{
    public long CallId { get; } = callId;

    public ActivityContext Context { get; } = span?.Context ?? default;

    public void End() => span?.Dispose();
}
