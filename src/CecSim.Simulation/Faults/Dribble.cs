namespace CecSim.Simulation.Faults;

/// <summary>The answer comes in pieces: the first at once, the last when the time is over.</summary>
/// <param name="Over">Space time, from the first piece to the last.</param>
public sealed record Dribble(int Chunks, TimeSpan Over) : RequestFault
{
    public override Task<FaultProgress> InjectAsync(IFaultTarget target)
    {
        target.DribbleAnswer(Chunks, Over);
        return Task.FromResult(FaultProgress.GoesOn);
    }
}
