namespace CecSim.Simulation.Faults;

/// <summary>The answer announces its whole length, brings the first half, and the connection is closed.</summary>
public sealed record Truncate : RequestFault
{
    public override Task<FaultProgress> InjectAsync(IFaultTarget target)
    {
        target.TruncateAnswer();
        return Task.FromResult(FaultProgress.GoesOn);
    }
}
