namespace CecSim.Simulation.Clock;

/// <summary>
/// A space's time as it stood at one moment. The times have the offset that the space's zone has at them.
/// </summary>
/// <param name="Rate">Seconds of space time in one second of real time, when it is not frozen.</param>
/// <param name="NextDue">Null when nothing will ever happen by itself.</param>
public readonly record struct ClockView(
    DateTimeOffset Now, bool IsFrozen, double Rate, DateTimeOffset? NextDue, int DueCount);
