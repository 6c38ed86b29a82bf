using CecSim.Simulation.News;

namespace CecSim.Server.Spaces.Following;

/// <summary>A follower read slower than things happened: in this place of its news so many are missing.</summary>
internal sealed record NewsDropped(DateTimeOffset At, long Count) : SpaceNews(At);
