using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Clock;

public sealed class SpaceSchedulerTests : IDisposable
{
    private readonly SpaceScheduler _time = new(TimeProvider.System, ClockSettings.Frozen, TestGuard.Create());

    public void Dispose() => _time.Dispose();

    [Fact]
    public async Task Frozen_time_stands_still_until_it_is_advanced()
    {
        var before = _time.ReadNow();

        await _time.AdvanceAsync(TimeSpan.FromMinutes(10), TestEnds);

        Assert.Equal(ClockSettings.Frozen.StartsAt, before);
        Assert.Equal(before + TimeSpan.FromMinutes(10), _time.ReadNow());
    }

    [Fact]
    public async Task Time_can_go_from_one_due_moment_to_the_next_and_no_further_than_asked()
    {
        var start = _time.ReadNow();
        Arm(seconds: 2, () => { });
        Arm(seconds: 9, () => { });

        await _time.AdvanceToNextDueAsync(start.AddSeconds(5), TestEnds);
        Assert.Equal(start.AddSeconds(2), _time.ReadNow());

        await _time.AdvanceToNextDueAsync(start.AddSeconds(5), TestEnds);
        Assert.Equal(start.AddSeconds(5), _time.ReadNow());

        await _time.AdvanceToNextDueAsync(start, TestEnds);
        Assert.Equal(start.AddSeconds(5), _time.ReadNow());
    }

    [Fact]
    public async Task What_is_due_happens_in_order_of_time_and_then_of_arming()
    {
        List<string> happened = [];
        Arm(seconds: 2, () => happened.Add("second, armed first"));
        Arm(seconds: 1, () => happened.Add("first"));
        Arm(seconds: 2, () => happened.Add("second, armed last"));

        await _time.AdvanceAsync(TimeSpan.FromSeconds(2), TestEnds);

        Assert.Equal(["first", "second, armed first", "second, armed last"], happened);
    }

    [Fact]
    public async Task Each_entry_fires_at_its_own_moment_and_what_it_arms_fires_in_the_same_advance()
    {
        List<DateTimeOffset> moments = [];
        Arm(seconds: 1, () =>
        {
            moments.Add(_time.Now);
            _time.At(_time.Now + TimeSpan.FromSeconds(1), "armed by an entry", () => moments.Add(_time.Now));
        });
        var start = _time.ReadNow();

        await _time.AdvanceAsync(TimeSpan.FromSeconds(5), TestEnds);

        Assert.Equal([start + TimeSpan.FromSeconds(1), start + TimeSpan.FromSeconds(2)], moments);
    }

    [Fact]
    public async Task A_cancelled_entry_does_not_fire()
    {
        var fired = false;
        using (_time.Enter())
        {
            _time.Cancel(_time.At(_time.Now + TimeSpan.FromSeconds(1), "cancelled", () => fired = true));
        }

        await _time.AdvanceAsync(TimeSpan.FromHours(1), TestEnds);

        Assert.False(fired);
    }

    [Fact]
    public async Task An_entry_that_rearms_itself_for_now_is_named_instead_of_looping_for_ever()
    {
        void Rearm() => _time.At(_time.Now, "the restless one", Rearm);
        Arm(seconds: 1, Rearm);

        var error = await Assert.ThrowsAsync<SpaceFailedException>(
            () => _time.AdvanceAsync(TimeSpan.FromSeconds(1), TestEnds));

        Assert.Contains("'the restless one'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_entries_that_are_due_together_are_no_loop()
    {
        var firedCount = 0;
        for (var i = 0; i < 3 * FiringCredit.OfMoment; i++)
        {
            Arm(seconds: 10, () => firedCount++);
        }

        await _time.AdvanceAsync(TimeSpan.FromSeconds(10), TestEnds);

        Assert.Equal(3 * FiringCredit.OfMoment, firedCount);
    }

    [Fact]
    public void Deadlines_that_were_cancelled_do_not_pile_up()
    {
        var timers = new TimerQueue();
        var now = ClockSettings.Frozen.StartsAt!.Value;
        for (var i = 0; i < 100_000; i++)
        {
            timers.Cancel(timers.Add(now.AddHours(1), isForNow: false, "poll hold", static _ => { }, timers));
        }

        Assert.Equal(0, timers.Count);
        Assert.InRange(timers.HeldCount, 0, 1_000);
    }

    [Fact]
    public async Task A_wait_ends_when_its_space_time_has_passed_and_not_before()
    {
        var wait = _time.WaitAsync(TimeSpan.FromSeconds(5), inFlight: null, TestEnds);
        await _time.AdvanceAsync(TimeSpan.FromSeconds(4.999), TestEnds);
        Assert.False(wait.IsCompleted);

        await _time.AdvanceAsync(TimeSpan.FromMilliseconds(1), TestEnds);

        await wait.WaitAsync(TestEnds);
    }

    [Fact]
    public async Task A_wait_that_is_given_up_leaves_nothing_behind()
    {
        using var gone = new CancellationTokenSource();
        var wait = _time.WaitAsync(TimeSpan.FromSeconds(5), inFlight: null, gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        Assert.Equal(0, _time.DueCount);
    }

    private void Arm(double seconds, Action action)
    {
        using var lockScope = _time.Enter();
        _time.At(_time.Now + TimeSpan.FromSeconds(seconds), "test", action);
    }
}
