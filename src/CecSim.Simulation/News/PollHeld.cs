using CecSim.Simulation.Polls;

namespace CecSim.Simulation.News;

/// <summary>A poll found no event and waits.</summary>
public sealed record PollHeld(DateTimeOffset At, HeldPollView Poll) : SpaceNews(At);
