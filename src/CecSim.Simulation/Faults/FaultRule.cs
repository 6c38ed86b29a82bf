namespace CecSim.Simulation.Faults;

/// <summary>Where, when, what, and to whom.</summary>
public sealed record FaultRule(CecOperation At, FaultWhen When, Fault Inject)
{
    public FaultMatch Match { get; init; } = new();
}
