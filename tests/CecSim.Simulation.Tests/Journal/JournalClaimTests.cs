namespace CecSim.Simulation.Tests.Journal;

/// <summary>What can be claimed of a journal, also of one that has dropped entries.</summary>
public sealed class JournalClaimTests
{
    private static readonly JournalContent Three = Of(Entries.Of(1), Entries.Of(2), Entries.Of(3));

    [Theory]
    [InlineData(3, 3, VerdictOutcome.Holds, "3 such requests came; claimed was exactly 3.")]
    [InlineData(1, null, VerdictOutcome.Holds, "3 such requests came; claimed was at least 1.")]
    [InlineData(0, 3, VerdictOutcome.Holds, "3 such requests came; claimed was at most 3.")]
    [InlineData(1, 4, VerdictOutcome.Holds, "3 such requests came; claimed was 1 to 4.")]
    [InlineData(4, null, VerdictOutcome.DoesNotHold, "3 such requests came, but claimed was at least 4.")]
    [InlineData(0, 2, VerdictOutcome.DoesNotHold, "3 such requests came, but claimed was at most 2.")]
    public void A_claim_is_judged_by_how_many_came(int least, int? most, VerdictOutcome outcome, string why)
    {
        var verdict = new JournalClaim(new JournalQuery(), least, most).Judge(Three);

        Assert.Equal((outcome, 3, why), (verdict.Outcome, verdict.MatchesCount, verdict.Why));
    }

    [Theory]
    [InlineData(3, null, VerdictOutcome.Holds)]
    [InlineData(3, 3, VerdictOutcome.CannotBeKnown)]
    [InlineData(4, null, VerdictOutcome.CannotBeKnown)]
    [InlineData(0, 2, VerdictOutcome.DoesNotHold)]
    public void What_a_journal_dropped_may_have_been_such_requests(int least, int? most, VerdictOutcome outcome)
    {
        var dropped = Three with { DroppedCount = 5, DroppedUntil = Drafts.Start };

        var verdict = new JournalClaim(new JournalQuery(), least, most).Judge(dropped);
        var since = new JournalClaim(new JournalQuery { Since = Drafts.Start.AddTicks(1) }, 3, 3).Judge(dropped);

        Assert.Equal((outcome, VerdictOutcome.Holds), (verdict.Outcome, since.Outcome));
    }

    [Fact]
    public void A_journal_that_dropped_what_may_matter_says_how_much_and_until_when() => Assert.Equal(
        "1 such request left in the journal, which dropped 5 entries (up to 2026-01-05T09:00:00.0000000+00:00) that "
        + "may have been such ones; claimed was exactly 1. Ask with 'since' after that moment, or clear the journal "
        + "before what is to be verified.",
        new JournalClaim(new JournalQuery { Since = Drafts.Start }, 1, 1)
            .Judge(Of(Entries.Of(1)) with { DroppedCount = 5, DroppedUntil = Drafts.Start }).Why);

    [Fact]
    public void The_entries_that_come_nearest_are_told_the_best_and_newest_first()
    {
        var far = Entries.Of(1) with { UserId = "u2", Method = "GET" };
        var content = Of(
            far, Entries.Of(2) with { UserId = "u2" }, Entries.Of(3) with { UserId = "u3" }, Entries.Of(4));

        var verdict = new JournalClaim(new JournalQuery { User = "u1", Method = "POST" }, 2, 2).Judge(content);

        Assert.Equal([4L, 3, 2], verdict.Nearest.Select(n => n.Entry.Id.Number));
        Assert.Equal([0, 1, 1], verdict.Nearest.Select(n => n.Differences.Count));
        Assert.Empty(new JournalClaim(new JournalQuery(), 4, 4).Judge(content).Nearest);
    }

    [Fact]
    public void What_a_browser_asks_before_a_request_counts_only_where_it_is_asked_for()
    {
        var content = Of(Entries.Preflight(1), Entries.Of(2));

        Assert.Equal(1, new JournalClaim(new JournalQuery(), 1, 1).Judge(content).MatchesCount);
        Assert.Equal(1, new JournalClaim(new JournalQuery { Method = "OPTIONS" }, 1, 1).Judge(content).MatchesCount);
    }

    private static JournalContent Of(params JournalEntry[] entries) => new(entries, 0, null);
}
