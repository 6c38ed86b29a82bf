using CecSim.Simulation.Journal;

namespace CecSim.Simulation.Spaces;

/// <summary>What goes on when a space begins anew in the midst of its time.</summary>
/// <param name="ResetsCount">How often it has done so: tokens of before mean nothing.</param>
public sealed record CarriedOverState(int ResetsCount, ArmedFaults Faults, JournalRing Journal, FindingLog Findings)
{
    public static CarriedOverState Of(Space space, int resetsCount) =>
        new(resetsCount, space.Faults, space.Journal, space.Monitor.Log);
}
