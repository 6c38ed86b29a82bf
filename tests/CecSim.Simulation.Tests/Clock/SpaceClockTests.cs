using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Clock;

/// <summary>Space time as a function of real time.</summary>
public sealed class SpaceClockTests
{
    private static readonly DateTimeOffset Start = ClockSettings.Frozen.StartsAt!.Value;

    private readonly ManualTime _real = new();

    [Fact]
    public void A_clock_that_is_frozen_stands_where_it_was_and_goes_on_from_there()
    {
        var clock = new SpaceClock(_real, new ClockSettings { StartsAt = Start, Rate = 2 });
        Pass(10);
        clock.Freeze();
        Pass(100);
        Assert.Equal((20, true), (SecondsOf(clock), clock.IsFrozen));
        Assert.Null(clock.RealTimeUntil(Start.AddSeconds(60)));

        clock.Run(4);
        Pass(1);

        Assert.Equal((24, false, 4), (SecondsOf(clock), clock.IsFrozen, clock.Rate));
        Assert.Equal(TimeSpan.FromSeconds(5), clock.RealTimeUntil(Start.AddSeconds(44)));
    }

    [Fact]
    public void Another_rate_holds_from_now_on()
    {
        var clock = new SpaceClock(_real, new ClockSettings { StartsAt = Start, Rate = 10 });
        Pass(2);
        clock.Run(1);
        Pass(3);

        Assert.Equal(23, SecondsOf(clock));
    }

    [Fact]
    public void A_clock_ends_at_its_latest_moment()
    {
        var clock = new SpaceClock(_real, new ClockSettings { StartsAt = ClockSettings.Latest.AddSeconds(-2) });

        Pass(1);
        Assert.Equal(ClockSettings.Latest.AddSeconds(-1), clock.Read());
        Pass(1);
        Assert.Equal(ClockSettings.Latest, clock.Read());
        Pass(1);
        Assert.Equal(ClockSettings.Latest, clock.Read());
    }

    [Fact]
    public void A_clock_begins_within_its_bounds()
    {
        const string why = "A space's time is from 1970-01-01T00:00:00Z to 3000-01-01T00:00:00Z.";

        Assert.Null(new ClockSettings { StartsAt = ClockSettings.Earliest }.WhyNot());
        Assert.Null(new ClockSettings { StartsAt = ClockSettings.Latest }.WhyNot());
        Assert.Equal(why, new ClockSettings { StartsAt = ClockSettings.Earliest.AddTicks(-1) }.WhyNot());
        Assert.Equal(why, new ClockSettings { StartsAt = ClockSettings.Latest.AddTicks(1) }.WhyNot());
    }

    [Fact]
    public async Task Time_that_is_moved_further_than_it_goes_comes_to_its_end()
    {
        using var time = new SpaceScheduler(_real, ClockSettings.Frozen, TestGuard.Create());

        await time.AdvanceAsync(TimeSpan.MaxValue, TestEnds);

        Assert.Equal(ClockSettings.Latest, time.ReadNow());
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => time.AdvanceAsync(TimeSpan.FromTicks(-1), TestEnds));
    }

    [Fact]
    public async Task A_moment_that_is_past_is_no_moment_to_move_time_to()
    {
        using var time = new SpaceScheduler(_real, ClockSettings.Frozen, TestGuard.Create());
        using (time.Enter())
        {
            time.At(Start.AddSeconds(5), "a test", static () => { });
        }

        await time.AdvanceToNextDueAsync(Start.AddSeconds(-1), TestEnds);
        Assert.Equal(Start, time.ReadNow());
        await time.AdvanceToNextDueAsync(Start.AddSeconds(9), TestEnds);
        Assert.Equal(Start.AddSeconds(5), time.ReadNow());
        await time.AdvanceToNextDueAsync(Start.AddSeconds(9), TestEnds);

        Assert.Equal(Start.AddSeconds(9), time.ReadNow());
    }

    [Fact]
    public async Task What_is_due_after_the_end_of_time_does_not_move_time_further()
    {
        using var time = new SpaceScheduler(_real, ClockSettings.Frozen, TestGuard.Create());
        using (time.Enter())
        {
            time.At(ClockSettings.Latest.AddDays(1), "a test", static () => { });
        }

        await time.AdvanceToNextAsync(TestEnds);

        Assert.Equal((ClockSettings.Latest, 1), (time.ReadNow(), time.View.DueCount));
    }

    [Fact]
    public void What_is_due_in_the_past_happens_now_and_puts_no_clock_back()
    {
        using var time = new SpaceScheduler(_real, ClockSettings.Frozen, TestGuard.Create());
        List<DateTimeOffset> happened = [];
        using (time.Enter())
        {
            time.At(Start.AddSeconds(-5), "a test", () => happened.Add(time.Now));
        }

        Assert.Equal(Start, time.ReadNow());
        Assert.Equal([Start], happened);
    }

    [Fact]
    public void A_space_that_is_over_leaves_no_timer_behind()
    {
        var time = new SpaceScheduler(_real, ClockSettings.RealTime, TestGuard.Create());
        using (time.Enter())
        {
            time.At(time.Now.AddSeconds(5), "a test", static () => { });
        }

        Assert.Equal(1, _real.TimersCount);
        time.Dispose();
        Assert.Equal(0, _real.TimersCount);
        Assert.Equal(1, time.View.DueCount);
        Assert.Equal(0, _real.TimersCount);
    }

    [Fact]
    public async Task Whoever_waits_in_a_space_that_fails_waits_no_longer()
    {
        using var time = new SpaceScheduler(_real, ClockSettings.Frozen, TestGuard.Create());
        var wait = time.WaitAsync(TimeSpan.FromHours(1), inFlight: null, TestEnds);
        var watch = time.WhenWaitingAsync(5, TestEnds);
        using (time.Enter())
        {
            time.At(Start, "made to throw", static () => throw new FormatException("by a test"));
        }

        Assert.Equal(Start, time.ReadNow());

        await wait;
        await Assert.ThrowsAsync<SpaceFailedException>(() => watch);
        Assert.Equal(0, time.WaitingCount);
    }

    private void Pass(double seconds) => _real.Advance(TimeSpan.FromSeconds(seconds));

    private static double SecondsOf(SpaceClock clock) => (clock.Read() - Start).TotalSeconds;
}
