using CecSim.Simulation.Spaces;

namespace CecSim.Simulation.Faults;

/// <summary>180, and then nothing: it rings until the client cancels, or for five minutes of real time.</summary>
public sealed record NoAnswer : InviteFault
{
    public override void Strike(IInviteTarget target, Draws draws) => target.LetItRing();
}
