using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Clock;

/// <summary>Space time on top of real time; the real time is played by hand.</summary>
public sealed class RunningClockTests
{
    private readonly ManualTime _real = new();

    [Fact]
    public void Running_time_follows_real_time_at_its_rate()
    {
        using var time = new SpaceScheduler(_real, ClockSettings.RealTime with { Rate = 60 }, TestGuard.Create());
        var start = time.ReadNow();

        _real.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(start + TimeSpan.FromMinutes(2), time.ReadNow());
    }

    [Fact]
    public void One_real_timer_is_armed_for_the_earliest_entry_at_the_rate_of_the_clock()
    {
        using var time = new SpaceScheduler(_real, ClockSettings.RealTime with { Rate = 60 }, TestGuard.Create());
        var fired = new List<string>();
        Arm(time, minutes: 5, () => fired.Add("late"));
        Arm(time, minutes: 1, () => fired.Add("early"));

        Assert.Equal(1, _real.TimersCount);
        _real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["early"], fired);
        _real.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(["early", "late"], fired);
    }

    [Fact]
    public void Frozen_time_lets_nothing_happen_and_running_on_it_catches_up_from_where_it_stood()
    {
        using var time = new SpaceScheduler(_real, ClockSettings.RealTime, TestGuard.Create());
        var fired = false;
        Arm(time, minutes: 1, () => fired = true);
        time.Freeze();
        _real.Advance(TimeSpan.FromHours(1));
        Assert.False(fired);

        time.Run(rate: 1);
        _real.Advance(TimeSpan.FromMinutes(1));

        Assert.True(fired);
    }

    [Fact]
    public async Task A_running_clock_can_be_advanced_and_goes_on_from_there()
    {
        using var time = new SpaceScheduler(_real, ClockSettings.RealTime, TestGuard.Create());
        var start = time.ReadNow();

        await time.AdvanceAsync(TimeSpan.FromHours(1), TestEnds);
        _real.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(start + TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1), time.ReadNow());
    }

    [Fact]
    public void A_wall_clock_that_is_set_back_does_not_move_space_time()
    {
        using var time = new SpaceScheduler(_real, ClockSettings.RealTime, TestGuard.Create());
        var start = time.ReadNow();

        _real.SetWallClockBack(TimeSpan.FromDays(1));

        Assert.Equal(start, time.ReadNow());
    }

    private static void Arm(SpaceScheduler time, double minutes, Action action)
    {
        using var lockScope = time.Enter();
        time.At(time.Now + TimeSpan.FromMinutes(minutes), "test", action);
    }
}
