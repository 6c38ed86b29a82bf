using CecSim.Simulation.News;
using CecSim.Telephony.Media;

namespace CecSim.Server.Gateway;

/// <summary>The media of a call are over.</summary>
internal sealed record MediaEnded(DateTimeOffset At, long CallId, MediaReport Report) : SpaceNews(At);
