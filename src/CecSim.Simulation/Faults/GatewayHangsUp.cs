using CecSim.Simulation.Spaces;

namespace CecSim.Simulation.Faults;

/// <summary>So long after its answer, in space time, the gateway hangs up and the call has failed.</summary>
public sealed record GatewayHangsUp(TimeSpan After) : InviteFault
{
    public override void Strike(IInviteTarget target, Draws draws) => target.HangUpAfter(After);
}
