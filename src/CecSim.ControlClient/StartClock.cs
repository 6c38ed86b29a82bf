namespace CecSim.ControlClient;

/// <summary>How a space's time begins.</summary>
/// <param name="Mode"><c>frozen</c> or <c>running</c>.</param>
/// <param name="Rate">Seconds of space time in one second of real time, where it runs.</param>
/// <param name="StartsAt">The first moment; null for now, or for a fixed moment where time stands still.</param>
public sealed record StartClock(string Mode, double Rate = 1, DateTimeOffset? StartsAt = null)
{
    /// <summary>Time that moves only when it is advanced, from a fixed moment on.</summary>
    public static StartClock Frozen { get; } = new("frozen");

    /// <summary>Real time.</summary>
    public static StartClock Running { get; } = new("running");
}
