namespace CecSim.Server.Control.Faults;

/// <summary>The faults of a space, in the order in which they are asked.</summary>
internal sealed record FaultsBody(IReadOnlyList<FaultBody> Faults);
