namespace CecSim.Simulation.Queues;

/// <summary>Why a queue does not serve a contact.</summary>
internal enum GiveUp
{
    Timeout,
    Busy,
    NoAgents,
}
