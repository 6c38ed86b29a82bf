using CecSim.Simulation.Spaces;

namespace CecSim.Simulation.Faults;

/// <summary>A fault that strikes a request, and what it draws from.</summary>
public readonly record struct FaultStrike(RequestFault Fault, Draws Draws);
