namespace CecSim.Client.Tests.Tokens;

[Collection(nameof(Alone))]
public sealed class ThousandCallsTests
{
    private const int CallsCount = 1_000;

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_calls_of_one_client_need_one_renewal_no_thread_each_and_lose_no_event()
    {
        await using var caller = await Caller.InAsync(
            """
            name: thousand
            about: All are connected after the access token has died.
            space: { eventPollHold: 60s }
            calls: [{ script: [queued, { wait: 11m }, connected, { wait: 10s }, released] }]
            """);
        var customers = Enumerable.Range(0, CallsCount).Select(i => caller.NewCustomer($"u{i}")).ToList();
        var threadsBefore = ThreadPool.ThreadCount;

        var calls = await Task.WhenAll(customers.Select(c => c.CreateCallAsync(CecMedia.Voice, TestEnds)));
        var events = calls.Select(c => Caller.ReadAsync(c.ValueOrThrow())).ToList();
        await caller.Space.WhenWaitingAsync(CallsCount, TestEnds);
        Assert.InRange(ThreadPool.ThreadCount - threadsBefore, int.MinValue, 50);

        for (var minute = 0; minute < 12; minute++)
        {
            await caller.Space.AdvanceAsync(TimeSpan.FromMinutes(1), TestEnds);
            await (minute < 11 ? caller.Space.WhenWaitingAsync(CallsCount, TestEnds) : Task.CompletedTask);
        }

        string[] all = ["168102", "168101", "168110"];
        Assert.All(await Task.WhenAll(events), e => Assert.Equal(all, e));
        Assert.Equal(2, caller.Wire.Count("tokenByAkSk"));

        // Whose poll came after the renewal was never refused.
        var applied = caller.Wire.Sent.Where(s => s.Operation == "applyToken").CountBy(s => s.Body!);
        Assert.All(applied, count => Assert.InRange(count.Value, 1, 2));
    }
}
