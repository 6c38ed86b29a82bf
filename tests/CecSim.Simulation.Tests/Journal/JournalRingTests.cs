namespace CecSim.Simulation.Tests.Journal;

/// <summary>What a journal keeps and what it lets go.</summary>
public sealed class JournalRingTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_keeps_the_newest_entries_and_counts_the_others()
    {
        var ring = new JournalRing(new JournalSettings { EntriesMax = 3 });
        Add(ring, 10);

        var content = ring.Read();

        Assert.Equal([8, 9, 10], content.Entries.Select(e => e.Id.Number));
        Assert.Equal(7, content.DroppedCount);
        Assert.Equal(Start.AddSeconds(7), content.DroppedUntil);
    }

    [Fact]
    public void Large_entries_push_out_more_than_one()
    {
        var ring = new JournalRing(new JournalSettings { BytesMax = 10_000, BodyCharsMax = 8_000 });
        Add(ring, 10);
        ring.Add(Drafts.Of(ring, bodyBytes: 15_000));

        Assert.True(ring.Read().DroppedCount > 1);
        Assert.Equal(11, ring.Read().Entries[^1].Id.Number);
    }

    [Fact]
    public void One_entry_stays_whatever_its_size()
    {
        var ring = new JournalRing(new JournalSettings { BytesMax = 1 });
        Add(ring, 3);

        Assert.Equal(3, Assert.Single(ring.Read().Entries).Id.Number);
    }

    [Fact]
    public void A_body_that_is_too_long_is_cut_and_keeps_its_length()
    {
        var ring = new JournalRing(new JournalSettings { BodyCharsMax = 100 });
        ring.Add(Drafts.Of(ring, bodyBytes: 5_000));

        var body = ring.Read().Entries[0].RequestBody!;

        Assert.Equal((100, 5_000L, true), (body.Text.Length, body.BytesCount, body.IsCut));
    }

    [Fact]
    public void Entries_stand_in_the_order_of_their_numbers_whatever_ended_first()
    {
        var ring = new JournalRing(new JournalSettings());
        var (first, second) = (Drafts.Of(ring), Drafts.Of(ring));
        ring.Add(second);
        ring.Add(first);

        Assert.Equal([1, 2], ring.Read().Entries.Select(e => e.Id.Number));
    }

    [Fact]
    public void Numbers_go_on_after_a_clearing()
    {
        var ring = new JournalRing(new JournalSettings());
        Add(ring, 2);
        ring.Clear();
        Add(ring, 1);

        Assert.Equal(3, Assert.Single(ring.Read().Entries).Id.Number);
    }

    [Fact]
    public void An_answer_that_was_cut_short_is_marked_and_one_that_was_dropped_is_not_there()
    {
        var ring = new JournalRing(new JournalSettings());
        Add(ring, 2);

        var cut = ring.CutShort(new JournalId(1, IsOfServer: false));
        var unknown = ring.CutShort(new JournalId(3, IsOfServer: false));

        Assert.True(cut is { Id.Number: 1, IsCutShort: true });
        Assert.Null(unknown);
        Assert.Equal([true, false], ring.Read().Entries.Select(e => e.IsCutShort));
    }

    private static void Add(JournalRing ring, int count)
    {
        for (var i = 0; i < count; i++)
        {
            ring.Add(Drafts.Of(ring));
        }
    }
}
