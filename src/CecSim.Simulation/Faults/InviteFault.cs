using CecSim.Simulation.Spaces;

namespace CecSim.Simulation.Faults;

/// <summary>
/// A fault of the WebRTC gateway. It strikes an INVITE before anyone looks at what it calls, and what it does to the
/// media lasts as long as the call.
/// </summary>
public abstract record InviteFault : Fault
{
    /// <param name="draws">This strike's alone, and the same in every run of the seed.</param>
    public abstract void Strike(IInviteTarget target, Draws draws);
}
