using CecSim.Simulation.News;

namespace CecSim.Server.Spaces.Following;

/// <summary>A part of the space, or all of it, has begun anew; nothing else tells of what that ended.</summary>
internal sealed record SpaceReset(DateTimeOffset At, ResetScope Scope) : SpaceNews(At);
