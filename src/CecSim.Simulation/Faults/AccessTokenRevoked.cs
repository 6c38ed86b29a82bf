namespace CecSim.Simulation.Faults;

/// <summary>The access token is taken back: from now on it is refused as one that was never issued.</summary>
public sealed record AccessTokenRevoked : RequestFault
{
    public override Task<FaultProgress> InjectAsync(IFaultTarget target)
    {
        target.RevokeAccessToken();
        return Task.FromResult(FaultProgress.GoesOn);
    }
}
