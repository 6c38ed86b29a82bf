namespace CecSim.Simulation.Faults;

/// <summary>A fault rule as it stood at one moment.</summary>
/// <param name="RequestsCount">The requests of its operation that it has seen.</param>
/// <param name="StrikesCount">Those of them that it struck.</param>
public sealed record ArmedFaultView(long Id, FaultRule Rule, long RequestsCount, long StrikesCount);
