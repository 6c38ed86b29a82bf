using CecSim.Simulation.Spaces;

namespace CecSim.Simulation.Faults;

/// <summary>A fault that strikes an INVITE, and what it draws from.</summary>
public readonly record struct InviteStrike(InviteFault Fault, Draws Draws);
