using CecSim.Simulation.Findings;
using static CecSim.Simulation.Findings.PollInput;

namespace CecSim.Simulation.Tests.Findings;

/// <summary>What a client is found in, told by what happens between it and its polls alone.</summary>
public sealed class PollRulesTests
{
    private static readonly FindingLimits Limits = new() { PollFailuresInRowMax = Profile.Cec36.FailuresInRowMax };
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(25);
    private static readonly TokenPair Tokens = new(1, 1);
    private static readonly TokenPair OtherTokens = new(2, 2);

    [Fact]
    public void A_poll_after_the_last_event_is_found_until_another_session_begins()
    {
        Assert.Equal([null, null, null], Found(new SessionBegan(At(0)), Began, Brings(1, isFinal: true)));
        Assert.Equal(
            [null, FindingKind.PolledAfterFinalEvent], Found(After(Began, Brings(1, isFinal: true)), Empty(2), Began));
        Assert.Equal(
            [null, null],
            Found(After(Began, Brings(1, isFinal: true)), new SessionBegan(At(2)), Began));
    }

    [Fact]
    public void A_last_event_that_did_not_arrive_was_not_seen_unless_it_is_only_told_of_what_the_customer_ended()
    {
        var lost = After(new SessionBegan(At(0)), Began, Brings(1, isFinal: true), new AnswerLost(WasFinal: true));
        var left = After(
            new SessionBegan(At(0)), new SessionLeft(At(0)), Began, Brings(1, isFinal: true), new AnswerLost(true));

        Assert.Equal((true, false), (lost.IsInSession, lost.SawFinal));
        Assert.Equal([null], Found(lost, Began));
        Assert.Equal((false, false), (left.IsInSession, left.SawFinal));
        Assert.True(After(Began, Brings(1, isFinal: true), new AnswerLost(WasFinal: false)).SawFinal);
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, null)]
    [InlineData(4, FindingKind.WentOnAfterFailures)]
    public void Going_on_is_found_after_as_many_failures_as_the_document_allows(int failures, FindingKind? found)
    {
        var failed = After([.. Enumerable.Repeat<PollInput[]>([Began, Fails(1)], failures).SelectMany(i => i)]);

        Assert.Equal([found], Found(failed, Began));
        Assert.Equal([null], Found(After(failed, Began, Empty(2)), Began));
    }

    [Fact]
    public void Whoever_comes_with_new_tokens_does_not_go_on_with_what_failed()
    {
        PollInput[] refused = [Began, Fails(1, Tokens), Began, Fails(1, Tokens), Began, Fails(1, Tokens)];
        var stubborn = After([.. refused, Began, Fails(1, Tokens)]);
        var renewed = After([.. refused, new PollBegan(OtherTokens), Fails(1, OtherTokens)]);

        Assert.Equal([FindingKind.WentOnAfterFailures], Found(stubborn, Began));
        Assert.Equal([null], Found(stubborn, new PollBegan(OtherTokens)));
        Assert.Equal((4, 1), (stubborn.FailuresInRow, renewed.FailuresInRow));
        Assert.Equal(5, After(stubborn, Began, Fails(1)).FailuresInRow);
    }

    [Fact]
    public void A_poll_that_a_newer_one_released_overlapped_whatever_else_it_was() => Assert.Equal(
        [null, FindingKind.OverlappingPolls],
        Found(Began, new PollSucceeded(At(0), At(1), IsSuperseded: true, OldestEventAt: null, IsFinal: false)));

    [Theory]
    [InlineData(5.0, 5.0, null)]
    [InlineData(5.1, 5.1, FindingKind.EventWaited)]
    [InlineData(60.0, 5.0, null)]
    [InlineData(5.0, 60.0, null)]
    public void An_event_waited_too_long_if_both_clocks_say_so(
        double spaceSeconds, double realSeconds, FindingKind? found)
    {
        var begins = new ClockReading(At(0).Space.AddSeconds(spaceSeconds), TimeSpan.FromSeconds(realSeconds));
        var brings = new PollSucceeded(begins, begins, IsSuperseded: false, At(0).Space, IsFinal: false);

        Assert.Equal([null, found], Found(After(new SessionBegan(At(0))), Began, brings));
        Assert.Equal([null, null], Found(PollHistory.None, Began, brings));
        Assert.Equal([null, null], Found(After(new SessionBegan(At(0))), Began, brings with { OldestEventAt = null }));
    }

    [Fact]
    public void An_event_is_late_by_the_time_since_the_client_was_last_seen_and_not_by_its_own_age()
    {
        var seen = After(new SessionBegan(At(0)), Began, Empty(50));
        var brings = new PollSucceeded(At(52), At(52), IsSuperseded: false, At(20).Space, IsFinal: false);

        Assert.Equal([null, null], Found(seen, Began, brings));
    }

    [Fact]
    public void An_event_that_goes_is_missed_by_a_client_that_had_no_reason_to_stop()
    {
        var begun = After(new SessionBegan(At(0)));

        Assert.Equal([FindingKind.EventNeverFetched], Found(begun, new EventDropped()));
        Assert.Equal([null], Found(After(begun, new SessionLeft(At(1))), new EventDropped()));
        Assert.Equal([null], Found(After(begun, Began, Brings(1, isFinal: true)), new EventDropped()));
        Assert.Equal([null], Found(Failed(begun, 3), new EventDropped()));
        Assert.Equal([FindingKind.EventNeverFetched], Found(Failed(begun, 2), new EventDropped()));
    }

    [Fact]
    public void A_call_is_left_alone_while_nobody_polls_for_it_longer_than_is_allowed()
    {
        var begun = After(new SessionBegan(At(0)));

        Assert.Equal((false, true), (IsLeftAlone(begun, 5), IsLeftAlone(begun, 5.1)));
        Assert.False(IsLeftAlone(PollHistory.None, 60));
        Assert.False(IsLeftAlone(After(Began, Empty(1)), 60));
        Assert.False(After(begun, new SessionLeft(At(1))).IsInSession);
        Assert.False(IsLeftAlone(After(begun, Began), 60));
        Assert.True(IsLeftAlone(After(begun, Began, Empty(1)), 60));
        Assert.False(IsLeftAlone(After(begun, Began, Empty(59)), 60));
        Assert.False(IsLeftAlone(After(begun, new SessionLeft(At(1))), 60));
        Assert.False(IsLeftAlone(After(begun, Began, Brings(1, isFinal: true)), 60));
        Assert.False(IsLeftAlone(Failed(begun, 3), 60));
        Assert.True(IsLeftAlone(Failed(begun, 2), 60));
    }

    [Fact]
    public void A_call_that_was_left_alone_is_found_when_the_next_one_begins()
    {
        var begun = After(new SessionBegan(At(0)));

        Assert.Equal([FindingKind.CallLeftAlone], Found(begun, new SessionBegan(At(60))));
        Assert.Equal([null], Found(begun, new SessionBegan(At(1))));
    }

    [Fact]
    public void A_session_begins_with_what_still_is_held_and_nothing_else_of_the_one_before()
    {
        var before = Failed(After(new SessionLeft(At(0)), Began), 2);

        Assert.Equal(
            new PollHistory { IsInSession = true, HeldCount = 1, SeenAt = At(9) },
            After(before, new SessionBegan(At(9))));
    }

    [Fact]
    public void Hanging_up_twice_in_a_row_before_the_hold_is_over_is_found()
    {
        var once = After(Began, HangsUp(24.9));

        Assert.Equal([null, FindingKind.TimeoutShorterThanHold], Found(once, Began, HangsUp(24.9)));
        Assert.Equal([null, null, null, null], Found(once, Began, HangsUp(25), Began, HangsUp(24.9)));
        Assert.Equal([null, null], Found(once, Began, HangsUp(1) with { IsOwnDoing = false }));
        Assert.Equal([null, null, null], Found(once, new SessionLeft(At(1)), Began, HangsUp(1)));
        Assert.Equal([null, null, null, null], Found(once, Began, Empty(1), Began, HangsUp(1)));
    }

    [Fact]
    public void A_poll_that_ended_is_no_longer_held_however_it_ended()
    {
        Assert.Equal(1, After(Began).HeldCount);
        Assert.Equal(0, After(Began, Empty(1)).HeldCount);
        Assert.Equal(0, After(Began, Fails(1)).HeldCount);
        Assert.Equal(0, After(Began, HangsUp(1)).HeldCount);
        Assert.Equal(At(1), After(Began, Fails(1)).SeenAt);
        Assert.Equal(At(101), After(Began, HangsUp(1)).SeenAt);
    }

    [Fact]
    public void A_moment_is_later_by_both_clocks_and_what_lies_between_two_is_what_both_have_counted()
    {
        Assert.Equal(At(7), At(5).Later(TimeSpan.FromSeconds(2)));
        Assert.Equal(TimeSpan.FromSeconds(2), At(7).SurelySince(At(5)));
        Assert.Equal(TimeSpan.FromSeconds(1), (At(7) with { Space = At(6).Space }).SurelySince(At(5)));
        Assert.Equal(TimeSpan.FromSeconds(1), (At(7) with { Real = At(6).Real }).SurelySince(At(5)));
    }

    private static PollInput Began => new PollBegan(Tokens);

    private static ClockReading At(double seconds) =>
        new(ClockStart.AddSeconds(seconds), TimeSpan.FromSeconds(seconds));

    private static DateTimeOffset ClockStart => new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private static PollSucceeded Empty(double seconds) =>
        new(At(0), At(seconds), IsSuperseded: false, OldestEventAt: null, IsFinal: false);

    private static PollSucceeded Brings(double seconds, bool isFinal) =>
        Empty(seconds) with { OldestEventAt = At(seconds).Space, IsFinal = isFinal };

    private static PollFailed Fails(double seconds, TokenPair? refused = null) => new(At(seconds), refused);

    private static PollHungUp HangsUp(double seconds) => new(At(100), At(100 + seconds), Hold, IsOwnDoing: true);

    private static PollHistory Failed(PollHistory before, int times) =>
        After(before, [.. Enumerable.Repeat<PollInput[]>([Began, Fails(1)], times).SelectMany(i => i)]);

    private static bool IsLeftAlone(PollHistory history, double seconds) =>
        PollRules.IsLeftAlone(history, At(seconds), Limits);

    private static PollHistory After(params PollInput[] inputs) => After(PollHistory.None, inputs);

    private static PollHistory After(PollHistory before, params PollInput[] inputs) =>
        inputs.Aggregate(before, (history, input) => PollRules.Decide(history, input, Limits).Next);

    private static List<FindingKind?> Found(params PollInput[] inputs) => Found(PollHistory.None, inputs);

    private static List<FindingKind?> Found(PollHistory before, params PollInput[] inputs)
    {
        List<FindingKind?> found = [];
        foreach (var input in inputs)
        {
            (before, var kind) = PollRules.Decide(before, input, Limits);
            found.Add(kind);
        }

        return found;
    }
}
