using CecSim.Simulation.Spaces;

namespace CecSim.Simulation.Faults;

/// <summary>The gateway hears the client, and the client hears nothing.</summary>
public sealed record OneWayAudio : InviteFault
{
    public override void Strike(IInviteTarget target, Draws draws) => target.SendNoAudio();
}
