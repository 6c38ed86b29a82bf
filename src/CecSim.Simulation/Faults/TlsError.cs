namespace CecSim.Simulation.Faults;

/// <summary>The enterprise's API cannot be verified: its certificate is not the one that CEC was given.</summary>
public sealed record TlsError : RequestFault
{
    public override async Task<FaultProgress> InjectAsync(IFaultTarget target)
    {
        await target.FailTlsAsync();
        return FaultProgress.Answered;
    }
}
