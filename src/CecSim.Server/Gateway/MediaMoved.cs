using CecSim.Simulation.News;

namespace CecSim.Server.Gateway;

/// <summary>The customer of a call did something with its media.</summary>
internal sealed record MediaMoved(DateTimeOffset At, long CallId, MediaNews Did) : SpaceNews(At);
