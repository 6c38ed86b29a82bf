using CecSim.Simulation.Spaces;

namespace CecSim.Simulation.Faults;

/// <summary>So long after the answer, in space time, the connection of the SIP breaks without a farewell.</summary>
public sealed record SocketDrops(TimeSpan After) : InviteFault
{
    public override void Strike(IInviteTarget target, Draws draws) => target.DropConnectionAfter(After);
}
