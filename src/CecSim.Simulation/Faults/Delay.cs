namespace CecSim.Simulation.Faults;

/// <summary>The request waits, in space time, before anything else happens to it.</summary>
public sealed record Delay(DelayTime For) : RequestFault
{
    public override async Task<FaultProgress> InjectAsync(IFaultTarget target)
    {
        await target.WaitAsync(For.Draw(target.Draws));
        return FaultProgress.GoesOn;
    }
}
