namespace CecSim.Simulation.Faults;

/// <summary>
/// The connection bar's frame is there so much later, in the browser's time: messages that a page posts after the
/// documented 1,000 ms meet nobody (Connection Bar, 5.4).
/// </summary>
public sealed record FrameLate(TimeSpan By) : RequestFault
{
    public override Task<FaultProgress> InjectAsync(IFaultTarget target)
    {
        target.DelayFrame(By);
        return Task.FromResult(FaultProgress.GoesOn);
    }
}
