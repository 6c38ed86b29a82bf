using CecSim.Simulation.Users;

namespace CecSim.Simulation.Queues;

/// <summary>Someone who waits in a queue.</summary>
/// <param name="IsChat">A text session; else a call.</param>
/// <param name="DueAt">The end of its patience.</param>
public sealed record WaitingView(User User, bool IsChat, DateTimeOffset Since, DateTimeOffset DueAt);
