namespace CecSim.Simulation.Faults;

/// <summary>
/// Something that goes wrong on purpose: its settings, and what it does. It strikes requests or events, and a new one
/// is a record of either kind.
/// </summary>
public abstract record Fault;
