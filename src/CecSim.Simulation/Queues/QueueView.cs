namespace CecSim.Simulation.Queues;

/// <summary>A skill queue as it stood at one moment.</summary>
/// <param name="Waiting">In the order of arrival.</param>
/// <param name="OnDutyCount">Of its agents, those who are signed in and take contacts.</param>
/// <param name="IdleCount">Of these, those who are idle.</param>
public sealed record QueueView(
    QueueSettings Settings, IReadOnlyList<WaitingView> Waiting, int OnDutyCount, int IdleCount);
