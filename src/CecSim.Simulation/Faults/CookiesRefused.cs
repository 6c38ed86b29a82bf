namespace CecSim.Simulation.Faults;

/// <summary>The script comes, its cookies do not, as in a browser that blocks those of third parties.</summary>
public sealed record CookiesRefused : RequestFault
{
    public override Task<FaultProgress> InjectAsync(IFaultTarget target)
    {
        target.RefuseCookies();
        return Task.FromResult(FaultProgress.GoesOn);
    }
}
