using CecSim.Simulation.Calls;
using CecSim.Simulation.Users;

namespace CecSim.Simulation.News;

/// <summary>A client has an event to fetch.</summary>
/// <param name="CallId">Null when its user has no call.</param>
public sealed record CallTold(DateTimeOffset At, long? CallId, User User, CallEvent Event) : SpaceNews(At);
