namespace CecSim.Simulation.Clock;

/// <summary>How a space's time begins.</summary>
public sealed record ClockSettings
{
    public const double RateMin = 0.001;
    public const double RateMax = 100_000;

    /// <summary>Real time, from now on.</summary>
    public static readonly ClockSettings RealTime = new();

    /// <summary>Time that moves only when it is advanced, from a fixed moment on.</summary>
    public static readonly ClockSettings Frozen = new()
    {
        IsFrozen = true,
        StartsAt = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero),
    };

    /// <summary>The first moment of the space; null for the real time at its creation.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    public bool IsFrozen { get; init; }

    /// <summary>Seconds of space time in one second of real time.</summary>
    public double Rate { get; init; } = 1;
}
