using CecSim.Guarding;

namespace CecSim.Simulation.Tests.Clock;

/// <summary>A space whose real clock breaks, or that throws even when it fails, can still be looked at.</summary>
public sealed class BrokenClockTests
{
    private readonly ManualTime _real = new();
    private readonly BrittleTime _brittle;
    private readonly GuardDiary _diary = new();
    private readonly Guard _guard;

    public BrokenClockTests()
    {
        _brittle = new BrittleTime(_real);
        _guard = new Guard(_diary);
    }

    [Theory]
    [InlineData("SetAlarm", "space alarm")]
    [InlineData("RunDue", "space clock")]
    [ThrowsFrom("space alarm")]
    [ThrowsFrom("space clock")]
    public void A_clock_that_breaks_fails_its_space(string method, string place)
    {
        using var time = new SpaceScheduler(_brittle, ClockSettings.RealTime, _guard);
        using (time.Enter())
        {
            time.At(time.Now + TimeSpan.FromSeconds(1), "first", () => { });
            time.At(time.Now + TimeSpan.FromSeconds(2), "second", () => { });
        }

        _brittle.BreakIn(method);
        _real.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal($"{place} failed inside CecSim: {BrittleTime.Broken}", time.Failure?.Why);
        Assert.Equal(place, Assert.Single(_diary.Failures).Place);
        Assert.Equal(0, time.View.DueCount);
    }

    [Fact]
    [ThrowsFrom("end of a failed space")]
    public void A_space_that_throws_when_it_fails_has_failed_all_the_same()
    {
        using var time = new SpaceScheduler(
            _real, ClockSettings.Frozen, _guard, failed: _ => throw new FormatException("made by a test"));
        using (time.Enter())
        {
            time.At(time.Now, "made to throw", () => throw new FormatException("first"));
        }

        Assert.Equal("space timer 'made to throw' failed inside CecSim: first", ReadFailure(time)?.Why);
        Assert.Equal(
            ["space timer 'made to throw'", "end of a failed space"],
            _diary.Failures.Select(f => f.Place).Order(StringComparer.Ordinal).Reverse());
    }

    private static Failure? ReadFailure(SpaceScheduler time)
    {
        time.ReadNow();
        return time.Failure;
    }
}
