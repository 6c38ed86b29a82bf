namespace CecSim.Control.Contracts;

/// <summary>A space's time as it stood at one moment.</summary>
/// <param name="Mode">Whether it moves by itself.</param>
/// <param name="Rate">Seconds of space time in one second of real time; null when it is frozen.</param>
/// <param name="Now">The present moment.</param>
/// <param name="NextDue">When something happens by itself; null for never.</param>
/// <param name="DueCount">How much is to happen by itself.</param>
public sealed record ClockState(
    ClockMode Mode, double? Rate, DateTimeOffset Now, DateTimeOffset? NextDue, int DueCount);

/// <summary>What happens by itself in a space, as far as it is known now.</summary>
/// <param name="Due">The next 100 at most, in the order in which they will happen.</param>
public sealed record DueList(IReadOnlyList<DueItem> Due);

/// <summary>One thing that happens by itself.</summary>
/// <param name="At">When.</param>
/// <param name="What">In words, as in <c>queue wait</c>.</param>
public sealed record DueItem(DateTimeOffset At, string What);

/// <summary>What to do with a space's time: one of the three.</summary>
/// <param name="Mode">Stop it, or let it run, this with <paramref name="Rate"/>.</param>
/// <param name="Rate">Seconds of space time in one second of real time; null for 1.</param>
/// <param name="Advance">A length of time: <c>PT10M</c> or <c>10m</c>.</param>
/// <param name="AdvanceTo">Up to which moment.</param>
public sealed record ClockChange(
    ClockMode? Mode = null, double? Rate = null, string? Advance = null, ClockTarget? AdvanceTo = null);

/// <summary>How a space's time begins.</summary>
/// <param name="Mode">Whether it moves by itself.</param>
/// <param name="Rate">Seconds of space time in one second of real time, where it runs.</param>
/// <param name="StartsAt">The first moment; null for now, or for a fixed moment where time stands still.</param>
public sealed record StartClock(ClockMode Mode, double Rate = 1, DateTimeOffset? StartsAt = null)
{
    /// <summary>Time that moves only when it is advanced, from a fixed moment on.</summary>
    public static StartClock Frozen { get; } = new(ClockMode.Frozen);

    /// <summary>Real time.</summary>
    public static StartClock Running { get; } = new(ClockMode.Running);
}

/// <summary>Whether a space's time moves by itself.</summary>
[JsonConverter(typeof(EnumWordConverter<ClockMode>))]
public enum ClockMode
{
    /// <summary>A mode that is not known here.</summary>
    Unknown,

    /// <summary>It stands still until it is advanced.</summary>
    Frozen,

    /// <summary>It runs.</summary>
    Running,
}

/// <summary>A moment to advance a space's time to.</summary>
[JsonConverter(typeof(EnumWordConverter<ClockTarget>))]
public enum ClockTarget
{
    /// <summary>One that is not known here.</summary>
    Unknown,

    /// <summary>The next moment at which something is due by itself.</summary>
    Next,
}
