using System.Collections.Immutable;

namespace CecSim.Simulation.Clock;

/// <summary>
/// When the clock of a space showed what: it translates between space time and timestamps of the
/// <see cref="TimeProvider"/> that drives it, as far back as its last thousand changes go.
/// </summary>
public sealed class ClockHistory
{
    internal const int ChangesMax = 1_000;

    private readonly TimeProvider _real;
    private readonly ImmutableQueue<ClockChange> _changes;

    private ClockHistory(TimeProvider real, ImmutableQueue<ClockChange> changes) => (_real, _changes) = (real, changes);

    internal static ClockHistory Of(TimeProvider real, IEnumerable<ClockChange> changes) =>
        new(real, ImmutableQueue.CreateRange(changes));

    /// <returns>What the clock showed at a timestamp; the first that is known for one before.</returns>
    public DateTimeOffset SpaceTimeAt(long timestamp)
    {
        var shown = _changes.Peek();
        foreach (var change in _changes)
        {
            if (change.Timestamp <= timestamp)
            {
                shown = change;
            }
        }

        var passed = Math.Max(0, _real.GetElapsedTime(shown.Timestamp, timestamp).TotalSeconds);
        return shown.To + TimeSpan.FromSeconds(passed * shown.Rate);
    }

    /// <returns>The first timestamp at which the clock showed a moment, or had jumped over it.</returns>
    public long TimestampAt(DateTimeOffset moment)
    {
        var timestamp = _changes.Peek().Timestamp;
        foreach (var change in _changes)
        {
            // While the clock before ran until this change, it may have come to the moment already.
            if (change.From > moment)
            {
                return timestamp;
            }

            timestamp = change.Timestamp;
            if (change.To >= moment)
            {
                return timestamp;
            }

            if (change.Rate > 0)
            {
                var seconds = (moment - change.To).TotalSeconds / change.Rate;
                timestamp += (long)(seconds * _real.TimestampFrequency);
            }
        }

        return timestamp;
    }
}

/// <summary>At a timestamp a clock that showed one moment showed another, and went on from there.</summary>
/// <param name="Rate">Seconds of space time in one of real time; 0 while frozen.</param>
internal readonly record struct ClockChange(long Timestamp, DateTimeOffset From, DateTimeOffset To, double Rate);
