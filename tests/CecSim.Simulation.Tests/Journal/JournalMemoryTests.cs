namespace CecSim.Simulation.Tests.Journal;

[Collection(nameof(Alone))]
public sealed class JournalMemoryTests
{
    // 2,000 calls are some 12,000 requests, with headers and bodies as browsers and CEC make them.
    [Fact]
    public void The_requests_of_two_thousand_calls_take_no_more_memory_than_is_allowed()
    {
        const int RequestsCount = 12_000;
        var ring = new JournalRing(new JournalSettings { EntriesMax = RequestsCount });
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < RequestsCount; i++)
        {
            ring.Add(Drafts.Of(ring, bodyBytes: 300, headersCount: 12));
        }

        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;

        var content = ring.Read();
        Assert.Equal(RequestsCount, content.Entries.Count + content.DroppedCount);
        Assert.True(content.DroppedCount > RequestsCount / 2, $"only {content.DroppedCount} were dropped");
        Assert.InRange((double)taken, 0.5 * ring.Settings.BytesMax, 1.5 * ring.Settings.BytesMax);
    }
}
