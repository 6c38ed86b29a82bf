namespace CecSim.Simulation.Phones;

/// <summary>What an agent's phone can do, as the command log has it.</summary>
public enum PhoneSignal
{
    Registers,
    Unregisters,
    Alerts,
    AlertsWithEarlyMedia,
    PicksUp,
    Fails,
    HangsUp,
    Holds,
    Retrieves,
    Dials,
    Refers,
    Replaces,
}
