namespace CecSim.Simulation.Faults;

/// <summary>The access token dies now; the credentials check then answers as it does for any dead token.</summary>
public sealed record AccessTokenExpired : RequestFault
{
    public override Task<FaultProgress> InjectAsync(IFaultTarget target)
    {
        target.ExpireAccessToken();
        return Task.FromResult(FaultProgress.GoesOn);
    }
}
