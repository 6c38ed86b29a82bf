namespace CecSim.ControlClient;

/// <summary>A space's time as it stood at one moment.</summary>
/// <param name="Mode"><c>frozen</c> or <c>running</c>.</param>
/// <param name="Rate">Seconds of space time in one second of real time; null when it is frozen.</param>
/// <param name="Now">The present moment.</param>
/// <param name="NextDue">When something happens by itself; null for never.</param>
/// <param name="DueCount">How much is to happen by itself.</param>
public sealed record ClockState(
    string Mode, double? Rate, DateTimeOffset Now, DateTimeOffset? NextDue, int DueCount);
