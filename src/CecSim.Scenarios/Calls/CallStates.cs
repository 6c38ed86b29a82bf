namespace CecSim.Scenarios.Calls;

/// <summary>How a call may stand when a script comes to a step; nothing at all where it never comes there.</summary>
[Flags]
internal enum CallStates
{
    Nowhere = 0,

    /// <summary>Neither queued nor connected.</summary>
    New = 1,
    Queued = 2,
    Connected = 4,
    Dropped = 8,
    Any = New | Queued | Connected | Dropped,
}
