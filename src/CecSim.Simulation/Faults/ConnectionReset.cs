namespace CecSim.Simulation.Faults;

/// <summary>The connection is reset: whoever reads from it gets an error, and not its end.</summary>
public sealed record ConnectionReset : RequestFault
{
    public override async Task<FaultProgress> InjectAsync(IFaultTarget target)
    {
        await target.ResetAsync();
        return FaultProgress.Answered;
    }
}
