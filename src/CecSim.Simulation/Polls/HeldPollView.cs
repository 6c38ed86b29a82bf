using CecSim.Simulation.Users;

namespace CecSim.Simulation.Polls;

/// <summary>A held poll as it stood at one moment.</summary>
/// <param name="Id">For example <c>clickToCall-12</c>.</param>
/// <param name="DueAt">When it gets the empty answer; null once its answer is on the way.</param>
public sealed record HeldPollView(
    string Id, PollKind Kind, User User, DateTimeOffset Since, DateTimeOffset? DueAt, bool IsAborted);
