namespace CecSim.Simulation.Faults;

/// <summary>Whether a request goes on after a fault.</summary>
public enum FaultProgress
{
    GoesOn,
    Answered,
}
