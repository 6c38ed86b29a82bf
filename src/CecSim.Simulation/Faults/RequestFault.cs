namespace CecSim.Simulation.Faults;

/// <summary>
/// A fault that strikes a request before anyone looks at its credentials, as a broken network or gateway would: what
/// carries a dead token, or none, is counted and struck like any other.
/// </summary>
public abstract record RequestFault : Fault
{
    /// <summary>Does the damage.</summary>
    /// <returns>Whether the request has been answered, so that nothing else may answer it.</returns>
    public abstract Task<FaultProgress> InjectAsync(IFaultTarget target);
}
