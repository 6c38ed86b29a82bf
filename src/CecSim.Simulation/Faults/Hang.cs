namespace CecSim.Simulation.Faults;

/// <summary>There is no answer. The request waits until its client gives up.</summary>
public sealed record Hang : RequestFault
{
    public override async Task<FaultProgress> InjectAsync(IFaultTarget target)
    {
        await target.HangAsync();
        return FaultProgress.Answered;
    }
}
