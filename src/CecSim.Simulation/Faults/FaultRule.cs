namespace CecSim.Simulation.Faults;

/// <summary>Where, when, what.</summary>
public sealed record FaultRule(CecOperation At, FaultWhen When, Fault Inject);
