using CecSim.Simulation.Scripts;

namespace CecSim.Simulation.Calls;

/// <summary>An event that someone lets come to a call by hand.</summary>
public abstract record HandEvent
{
    private HandEvent()
    {
    }

    /// <returns>Null for a step that tells nothing.</returns>
    public static HandEvent? Of(ScriptStep step) => step is ScriptStep.Told told ? new Real(told) : null;

    /// <summary>It happens: the call's state, its queue and its agent follow.</summary>
    public sealed record Real(ScriptStep.Told Step) : HandEvent;

    /// <summary>Only the client is told, whatever id it is told.</summary>
    public sealed record Raw(int EventId, EventWording? Wording, Cause? Cause) : HandEvent;
}
