namespace ClickToDial.Tests;

/// <summary>Frozen time: twenty seconds in the queue take no time at all.</summary>
public sealed class QueueTests
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_who_waits_in_the_queue_is_connected()
    {
        await using var fixture = await CallDeskFixture.WithCallsAsync("script: [queued, { wait: 20s }, connected]");

        var call = fixture.Desk.CallAsync("ann", TestEnds);
        await fixture.Space.WhenWaitingAsync(1, TestEnds);
        await fixture.Space.AdvanceAsync(TimeSpan.FromSeconds(20), TestEnds);

        Assert.Equal(["Queued", "Connected", "Released"], await call);
    }

    [Fact]
    public async Task A_caller_outside_of_working_hours_is_refused()
    {
        await using var fixture = await CallDeskFixture.WithCallsAsync("refuse: outsideHours");

        Assert.Equal(["refused: OutsideWorkingHours"], await fixture.Desk.CallAsync("ann", TestEnds));
    }
}
