using CecSim.Simulation.Spaces;

namespace CecSim.Simulation.Faults;

/// <summary>Of the RTP packets each way that share is lost, drawn for each.</summary>
public sealed record PacketLoss(double Share) : InviteFault
{
    public override void Strike(IInviteTarget target, Draws draws) => target.LosePackets(Share, draws);
}
