namespace CecSim.Simulation.Faults;

/// <summary>The answer comes in chunks, the second of which is none, and the connection is closed.</summary>
public sealed record MalformedChunk : RequestFault
{
    public override Task<FaultProgress> InjectAsync(IFaultTarget target)
    {
        target.BreakChunk();
        return Task.FromResult(FaultProgress.GoesOn);
    }
}
