using FsCheck;
using FsCheck.Fluent;

namespace CecSim.Simulation.Tests.Clock;

/// <summary>Space time of real time, and the other way round, after the clock was changed.</summary>
public sealed class ClockHistoryTests
{
    private static readonly DateTimeOffset Start = ClockSettings.Frozen.StartsAt!.Value;

    private readonly ManualTime _real = new();

    [Fact]
    public void What_was_jumped_over_was_at_the_jump_and_what_stood_still_at_its_beginning()
    {
        var clock = new SpaceClock(_real, new ClockSettings { StartsAt = Start, Rate = 2 });
        var began = _real.GetTimestamp();
        _real.Advance(TimeSpan.FromSeconds(10));
        clock.Freeze();
        var frozen = _real.GetTimestamp();
        _real.Advance(TimeSpan.FromSeconds(100));
        clock.MoveTo(Start.AddSeconds(60));
        var moved = _real.GetTimestamp();
        _real.Advance(TimeSpan.FromSeconds(1));
        clock.Run(1);
        var ran = _real.GetTimestamp();
        _real.Advance(TimeSpan.FromSeconds(5));

        var history = clock.History;

        Assert.Equal(began, history.TimestampAt(Start.AddSeconds(-1)));
        Assert.Equal(began + (5 * _real.TimestampFrequency), history.TimestampAt(Start.AddSeconds(10)));
        Assert.Equal(frozen, history.TimestampAt(Start.AddSeconds(20)));
        Assert.Equal(moved, history.TimestampAt(Start.AddSeconds(40)));
        Assert.Equal(moved, history.TimestampAt(Start.AddSeconds(60)));
        Assert.Equal(ran + (3 * _real.TimestampFrequency), history.TimestampAt(Start.AddSeconds(63)));
        Assert.Equal(Start.AddSeconds(20), history.SpaceTimeAt(frozen + 1));
        Assert.Equal(Start.AddSeconds(62), history.SpaceTimeAt(ran + (2 * _real.TimestampFrequency)));
    }

    [Fact]
    public void Whatever_happens_to_a_clock_each_moment_that_it_showed_is_found_again() => Prop.ForAll(
        Gen.Choose(0, 3).Two().ListOf().ToArbitrary(),
        changes =>
        {
            var clock = new SpaceClock(_real, new ClockSettings { StartsAt = Start });
            List<(long Timestamp, DateTimeOffset Shown)> seen = [];
            foreach (var (what, seconds) in changes)
            {
                _real.Advance(TimeSpan.FromSeconds(seconds));
                switch (what)
                {
                    case 0:
                        clock.Freeze();
                        break;
                    case 1:
                        clock.Run(seconds + 1);
                        break;
                    case 2:
                        clock.MoveTo(clock.Read().AddSeconds(seconds));
                        break;
                }

                seen.Add((_real.GetTimestamp(), clock.Read()));
            }

            var history = clock.History;
            return seen.Select((s, i) => (s, i)).All(p =>
                history.TimestampAt(p.s.Shown) <= p.s.Timestamp
                && (seen.Skip(p.i + 1).Any(later => later.Timestamp == p.s.Timestamp)
                    || history.SpaceTimeAt(p.s.Timestamp) == p.s.Shown));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_a_clock_that_is_moved_again_and_again_the_last_moments_are_known()
    {
        var clock = new SpaceClock(_real, ClockSettings.Frozen);
        for (var i = 1; i <= 2 * ClockHistory.ChangesMax; i++)
        {
            _real.Advance(TimeSpan.FromSeconds(1));
            clock.MoveTo(Start.AddMinutes(i));
        }

        var last = Start.AddMinutes(2 * ClockHistory.ChangesMax);
        Assert.Equal(_real.GetTimestamp(), clock.History.TimestampAt(last));
        Assert.Equal(_real.GetTimestamp() - _real.TimestampFrequency, clock.History.TimestampAt(last.AddMinutes(-1)));
    }
}
