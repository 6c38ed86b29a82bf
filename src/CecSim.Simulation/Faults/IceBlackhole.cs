using CecSim.Simulation.Spaces;

namespace CecSim.Simulation.Faults;

/// <summary>The call is answered, and no packet of ICE ever is.</summary>
public sealed record IceBlackhole : InviteFault
{
    public override void Strike(IInviteTarget target, Draws draws) => target.IgnoreChecks();
}
