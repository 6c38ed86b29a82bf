namespace CecSim.Simulation.Clock;

/// <summary>How a space's time begins.</summary>
public sealed record ClockSettings
{
    public const double RateMin = 0.001;
    public const double RateMax = 100_000;

    /// <summary>The first moment that a space can have.</summary>
    public static readonly DateTimeOffset Earliest = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Where a space's time ends: a clock that runs stands still there.</summary>
    public static readonly DateTimeOffset Latest = new(3000, 1, 1, 0, 0, 0, TimeSpan.Zero);

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

    /// <summary>What is out of bounds, in a sentence that names them; null when nothing is.</summary>
    public string? WhyNot() =>
        StartsAt < Earliest || StartsAt > Latest
            ? $"A space's time is from {Earliest:yyyy-MM-dd'T'HH:mm:ss'Z'} to {Latest:yyyy-MM-dd'T'HH:mm:ss'Z'}."
            : WhyNoRate(Rate);

    /// <summary>What is wrong with a rate, in a sentence that names its bounds; null when nothing is.</summary>
    public static string? WhyNoRate(double rate) =>
        rate is >= RateMin and <= RateMax
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"A rate is {RateMin} to {RateMax}.");
}

/// <summary>
/// A space's time as it stood at one moment. The times have the offset that the space's zone has at them.
/// </summary>
/// <param name="Rate">Seconds of space time in one second of real time, when it is not frozen.</param>
/// <param name="NextDue">Null when nothing will ever happen by itself.</param>
public readonly record struct ClockView(
    DateTimeOffset Now, bool IsFrozen, double Rate, DateTimeOffset? NextDue, int DueCount);

/// <summary>What happens by itself, and when, as the space's zone has it.</summary>
/// <param name="What">In words, as in <c>poll hold</c>.</param>
public readonly record struct DueView(DateTimeOffset At, string What);
