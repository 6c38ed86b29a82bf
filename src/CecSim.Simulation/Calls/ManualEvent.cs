namespace CecSim.Simulation.Calls;

/// <summary>An event that someone lets come to a call by hand.</summary>
public abstract record ManualEvent
{
    private ManualEvent()
    {
    }

    /// <returns>Null for a step that tells nothing.</returns>
    public static ManualEvent? Of(ScriptStep step) =>
        step is ScriptStep.EventStep eventStep ? new Real(eventStep) : null;

    /// <summary>It happens: the call's state, its queue and its agent follow.</summary>
    public sealed record Real(ScriptStep.EventStep Step) : ManualEvent;

    /// <summary>Only the client is told, whatever id it is told.</summary>
    public sealed record Raw(int EventId, EventWording? Wording, Cause? Cause) : ManualEvent;
}

/// <summary>Why an event by hand did not come.</summary>
public enum ManualEventRefusal
{
    CallUnknown,

    /// <summary>The user never had a call.</summary>
    NoCall,

    /// <summary>The call has ended, or was dropped and may only end.</summary>
    CallOver,
}
