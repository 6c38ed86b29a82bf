using CecSim.Simulation.Scripts;

namespace CecSim.Simulation.Calls;

/// <summary>An event that someone lets come to a call by hand.</summary>
public abstract record HandEvent
{
    private HandEvent()
    {
    }

    /// <returns>Null for a step that is time and no event.</returns>
    public static HandEvent? Of(ScriptStep step) => ScriptRun.InputOf(step) is { } input ? new Real(input) : null;

    /// <summary>It happens: the call's state, its queue and its agent follow.</summary>
    public sealed record Real(CallInput Input) : HandEvent;

    /// <summary>Only the client is told, whatever id it is told.</summary>
    public sealed record Raw(int EventId, string? Desc, Cause? Cause) : HandEvent;
}
