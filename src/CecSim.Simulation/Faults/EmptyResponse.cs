namespace CecSim.Simulation.Faults;

/// <summary>The connection is closed cleanly, without a byte.</summary>
public sealed record EmptyResponse : RequestFault
{
    public override async Task<FaultProgress> InjectAsync(IFaultTarget target)
    {
        await target.CloseAfterAsync(ReadOnlyMemory<byte>.Empty);
        return FaultProgress.Answered;
    }
}
