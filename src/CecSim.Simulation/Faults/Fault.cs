namespace CecSim.Simulation.Faults;

/// <summary>Something that goes wrong on purpose: its settings, and what it does to a request.</summary>
public abstract record Fault
{
    /// <summary>Does the damage.</summary>
    /// <returns>Whether the request has been answered, so that nothing else may answer it.</returns>
    public abstract Task<FaultProgress> InjectAsync(IFaultTarget target);
}
