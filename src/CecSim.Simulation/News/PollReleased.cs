using CecSim.Simulation.Polls;

namespace CecSim.Simulation.News;

/// <summary>A held poll waits no more.</summary>
/// <param name="EventsCount">What its answer carries; 0 for the empty answer, and when its client has hung up.</param>
public sealed record PollReleased(DateTimeOffset At, HeldPollView Poll, int EventsCount) : SpaceNews(At);
