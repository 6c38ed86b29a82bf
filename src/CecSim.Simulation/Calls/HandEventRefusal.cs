namespace CecSim.Simulation.Calls;

/// <summary>Why an event by hand did not come.</summary>
public enum HandEventRefusal
{
    CallUnknown,

    /// <summary>The user never had a call.</summary>
    NoCall,

    /// <summary>The call has ended, or was dropped and may only end.</summary>
    CallOver,
}
