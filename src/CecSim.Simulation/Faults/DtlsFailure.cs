using CecSim.Simulation.Spaces;

namespace CecSim.Simulation.Faults;

/// <summary>The gateway breaks the DTLS handshake off with a fatal alert, and then hangs up.</summary>
public sealed record DtlsFailure : InviteFault
{
    public override void Strike(IInviteTarget target, Draws draws) => target.RefuseHandshake();
}
