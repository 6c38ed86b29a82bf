namespace CecSim.Simulation.Polls;

/// <summary>How much waits, and for how long.</summary>
/// <param name="Hold">How long a poll waits for an event.</param>
/// <param name="EventsPerAnswerMax">How many events one answer carries.</param>
/// <param name="CapacityEvents">How many events wait for a poll; then the oldest are dropped and counted.</param>
internal sealed record PollLimits(TimeSpan Hold, int EventsPerAnswerMax, int CapacityEvents);
