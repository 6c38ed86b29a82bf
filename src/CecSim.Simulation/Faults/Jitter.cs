using CecSim.Simulation.Spaces;

namespace CecSim.Simulation.Faults;

/// <summary>RTP packets to the client are late by anything up to this, in real time, and stay in order.</summary>
public sealed record Jitter(TimeSpan Max) : InviteFault
{
    public override void Strike(IInviteTarget target, Draws draws) => target.DelayPackets(Max, draws);
}
