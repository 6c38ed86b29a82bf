using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Clock;

/// <summary>What much work at one moment may set off, and what only goes round and round.</summary>
public sealed class LoadsAndLoopsTests : IDisposable
{
    private readonly SpaceScheduler _time = new(TimeProvider.System, ClockSettings.Frozen, TestGuard.Create());

    public void Dispose() => _time.Dispose();

    [Fact]
    public async Task An_agent_who_needs_no_time_serves_ten_thousand_who_wait_at_one_moment()
    {
        const int callersCount = 10_200;
        var queue = CentreFixture.Voice with { MaxCalls = callersCount, WrapUp = TimeSpan.Zero };
        var agent = CentreFixture.Agent(101, new AgentBehavior { AnswersAfter = TimeSpan.Zero, HangsUp = 1 });
        using var space = Create(CentreFixture.Centre(queue, agent));
        Assert.Null(space.Agents.Ask(101, new AgentInput.SetNotReady(NotReadyReason.OwnWish)));
        for (var i = 0; i < callersCount; i++)
        {
            space.Call($"u{i}");
        }

        Assert.Equal(callersCount, space.Queues.Single().Waiting.Count);
        Assert.Null(space.Agents.Ask(101, new AgentInput.CancelNotReady()));
        await space.AdvanceAsync(0);

        Assert.Null(space.Failure);
        Assert.Empty(space.Queues.Single().Waiting);
    }

    [Fact]
    public async Task What_clients_do_one_after_the_other_at_a_moment_that_stands_is_no_loop()
    {
        var firedCount = 0;
        for (var i = 0; i < 3 * FiringCredit.OfMoment; i++)
        {
            using (_time.Enter())
            {
                _time.At(_time.Now, "command", () => _time.At(_time.Now, "what it sets off", () => firedCount++));
            }
        }

        await _time.AdvanceAsync(TimeSpan.Zero, TestEnds);

        Assert.Equal((null, 3 * FiringCredit.OfMoment), (_time.Failure, firedCount));
    }

    [Fact]
    public async Task What_was_armed_before_may_set_off_more_when_it_falls_due_together()
    {
        var firedCount = 0;
        using (_time.Enter())
        {
            for (var i = 0; i < 2 * FiringCredit.OfMoment; i++)
            {
                _time.At(_time.Now.AddHours(1), "shift", () => _time.At(_time.Now, "call", () => firedCount++));
            }
        }

        await _time.AdvanceAsync(TimeSpan.FromHours(1), TestEnds);

        Assert.Equal((null, 2 * FiringCredit.OfMoment), (_time.Failure, firedCount));
    }

    [Fact]
    public async Task A_loop_ends_however_much_was_granted_before()
    {
        for (var i = 0; i < FiringCredit.Max / FiringCredit.OfEach * 2; i++)
        {
            _time.ReadNow();
        }

        var firedCount = 0;
        void Rearm()
        {
            firedCount++;
            _time.At(_time.Now, "the restless one", Rearm);
        }

        using (_time.Enter())
        {
            _time.At(_time.Now.AddSeconds(1), "the restless one", Rearm);
        }

        await Assert.ThrowsAsync<SpaceFailedException>(() => _time.AdvanceAsync(TimeSpan.FromSeconds(1), TestEnds));

        Assert.InRange(firedCount, FiringCredit.OfMoment, FiringCredit.Max + FiringCredit.OfEach);
    }

    [Fact]
    public void A_space_that_has_failed_can_be_looked_at_and_nothing_happens_in_it()
    {
        var firedCount = 0;
        using (_time.Enter())
        {
            _time.At(_time.Now, "made to throw", () => throw new FormatException("by a test"));
            _time.At(_time.Now, "after it", () => firedCount++);
        }

        var view = _time.View;

        Assert.Equal(("space timer 'made to throw' failed inside CecSim: by a test", 0, 0),
            (_time.Failure?.Why, firedCount, view.DueCount));
        Assert.Throws<SpaceFailedException>(_time.Freeze);
        Assert.Throws<SpaceFailedException>(() => _time.Run(2));
    }

    [Fact]
    public void A_clock_runs_to_its_end_and_no_further()
    {
        var real = new ManualTime();
        using var time = new SpaceScheduler(
            real,
            new ClockSettings { StartsAt = ClockSettings.Latest.AddYears(-1), Rate = 100_000 },
            TestGuard.Create());

        real.Advance(TimeSpan.FromDays(200));

        Assert.Equal((ClockSettings.Latest, null), (time.ReadNow(), time.Failure));
    }

    [Fact]
    public void A_moment_that_is_far_at_the_lowest_rate_is_waited_for()
    {
        using var time = new SpaceScheduler(
            TimeProvider.System, new ClockSettings { StartsAt = ClockSettings.Earliest, Rate = ClockSettings.RateMin },
            TestGuard.Create());

        using (time.Enter())
        {
            time.At(time.Now.AddYears(900), "far", () => { });
        }

        Assert.Null(time.Failure);
    }
}
