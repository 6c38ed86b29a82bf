namespace CecSim.Simulation.Faults;

/// <summary>The ccmessaging token dies now; the access token lives on.</summary>
public sealed record MessagingTokenExpired : RequestFault
{
    public override Task<FaultProgress> InjectAsync(IFaultTarget target)
    {
        target.ExpireMessagingToken();
        return Task.FromResult(FaultProgress.GoesOn);
    }
}
