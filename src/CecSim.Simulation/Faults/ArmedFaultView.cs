namespace CecSim.Simulation.Faults;

/// <summary>A fault rule as it stood at one moment.</summary>
/// <param name="SeenCount">The requests, or events, that it has counted.</param>
/// <param name="StrikesCount">Those of them that it struck.</param>
public sealed record ArmedFaultView(long Id, FaultRule Rule, long SeenCount, long StrikesCount);
