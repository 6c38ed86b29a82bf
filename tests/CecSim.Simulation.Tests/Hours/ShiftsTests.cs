using static CecSim.Simulation.Tests.FrozenSpace;
using static CecSim.Simulation.Tests.Queues.CentreFixture;

namespace CecSim.Simulation.Tests.Hours;

/// <summary>Shifts and opening hours of a space in which time passes, over changes of the clocks too.</summary>
public sealed class ShiftsTests
{
    // Calls into it ask whether the channel is open, and leave the agents alone.
    private static readonly QueueSettings Unstaffed = new() { Name = "unstaffed", Type = QueueType.VoiceClickToDial };

    private static readonly Gen<Shifts> RandomShifts =
        from somewhere in RandomHours.Somewhere
        from opening in RandomHours.Hours
        from minutes in Gen.Choose(1, 600).ArrayOf(12)
        select new Shifts(somewhere, opening, minutes);

    [Fact]
    public async Task Shifts_that_begin_or_end_in_the_hour_that_is_left_out_are_worked()
    {
        using var space = SpaceIn(
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            new DateTimeOffset(2026, 3, 28, 22, 0, 0, TimeSpan.Zero),
            opening: null,
            new DailyHours { From = new TimeOnly(2, 30), To = new TimeOnly(10, 0) },
            new DailyHours { From = new TimeOnly(22, 0), To = new TimeOnly(2, 30) });
        Assert.Equal("SignedOut Ready", StatesOf(space));

        await space.AdvanceAsync((3 * 3600) - 1);
        Assert.Equal("SignedOut Ready", StatesOf(space));
        await space.AdvanceAsync(1);
        Assert.Equal("Ready SignedOut", StatesOf(space));
        await space.AdvanceAsync(4 * 3600);

        Assert.Equal("Ready SignedOut", StatesOf(space));
        Assert.Equal("2026-03-29T07:00:00.0000000+02:00", $"{space.Time.View.Now:O}");
        Assert.Equal("2026-03-29T10:00:00.0000000+02:00", $"{space.Time.View.NextDue:O}");
    }

    [Fact]
    public async Task Now_has_the_offset_of_that_moment_whatever_the_space_began_with()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        using var space = SpaceIn(berlin, new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.FromHours(1)), null);
        Assert.Equal("2026-03-29T01:30:00.0000000+01:00", $"{space.Time.View.Now:O}");

        await space.AdvanceAsync(3600);
        Assert.Equal("2026-03-29T03:30:00.0000000+02:00", $"{space.Time.View.Now:O}");

        using var elsewhere = SpaceIn(
            TimeZoneInfo.Utc, new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.FromHours(1)), null);
        Assert.Equal("2026-03-29T00:30:00.0000000+00:00", $"{elsewhere.Time.View.Now:O}");
    }

    [Fact]
    public void Many_small_advances_lead_to_where_a_single_one_leads() => Prop
        .ForAll(RandomShifts.ToArbitrary(), shifts =>
        {
            using var walked = shifts.Begin();
            using var leapt = shifts.Begin();
            foreach (var step in shifts.Steps)
            {
                walked.Time.AdvanceAsync(step, TestEnds).GetAwaiter().GetResult();
                shifts.Check(walked);
            }

            var whole = shifts.Steps.Aggregate((sum, step) => sum + step);
            leapt.Time.AdvanceAsync(whole, TestEnds).GetAwaiter().GetResult();
            shifts.Check(leapt);
            Assert.Equal(walked.Time.View.Now, leapt.Time.View.Now);
            Assert.Equal(
                walked.Agents.Events.Select(e => (e.At, e.WorkNo, e.Notice.EventType)),
                leapt.Agents.Events.Select(e => (e.At, e.WorkNo, e.Notice.EventType)));
        })
        .Check(PropertyRuns.Of(1_000));

    private static Space SpaceIn(
        TimeZoneInfo zone, DateTimeOffset startsAt, DailyHours? opening, params DailyHours[] shifts) => new(
        new SpaceSettings
        {
            Queues = [Voice, Unstaffed],
            TimeZone = zone,
            Channels = [new ChannelSettings { WorkingHours = opening, TimeZone = zone, VoiceQueue = Unstaffed.Name }],
            Agents =
            [
                .. shifts.Select((shift, i) =>
                    Agent(101 + i, new AgentBehavior { Shift = shift }, new AgentSkill(Voice.Name))),
            ],
        },
        TimeProvider.System,
        ClockSettings.Frozen with { StartsAt = startsAt },
        TestGuard.Create());

    private static string StatesOf(Space space) =>
        string.Join(' ', space.Agents.View.Select(a => a.State.GetType().Name));

    /// <summary>Two agents who take turns, and a channel with hours of its own.</summary>
    private sealed record Shifts(HoursSomewhere Day, DailyHours Opening, int[] Minutes)
    {
        public IEnumerable<TimeSpan> Steps => Minutes.Select(m => TimeSpan.FromMinutes(m));

        private DailyHours Night => Day.Hours with { From = Day.Hours.To, To = Day.Hours.From };

        public Space Begin() => SpaceIn(Day.Zone, Day.Start, Opening, Day.Hours, Night);

        public void Check(Space space)
        {
            var now = space.Time.ReadNow();
            Assert.Equal($"{StateAt(Day.Hours, now)} {StateAt(Night, now)}", StatesOf(space));
            var user = space.SignIn($"u{now.UtcTicks}");
            Assert.Equal(
                Opening.Covers(now, Day.Zone),
                space.Calls.Create(user, MediaAbility.Voice) != Refusal.OutsideWorkingHours);
        }

        private string StateAt(DailyHours hours, DateTimeOffset now) =>
            hours.Covers(now, Day.Zone) ? "Ready" : "SignedOut";

        public override string ToString() =>
            $"{Day}; open {Opening.From:HH:mm}-{Opening.To:HH:mm}; steps of {string.Join(' ', Minutes)} minutes";
    }
}
