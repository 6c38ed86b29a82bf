using CecSim.Simulation.Spaces;

namespace CecSim.Simulation.Faults;

/// <summary>The INVITE is refused with that status of SIP.</summary>
/// <param name="Reason">Null for SIP's own words.</param>
public sealed record SipStatus(int Code, string? Reason = null) : InviteFault
{
    public override void Strike(IInviteTarget target, Draws draws) => target.Refuse(Code, Reason);
}
