using CecSim.Control.Contracts;
using CecSim.ControlClient;

namespace CecSim.Testing.Tests;

/// <summary>What a test demands of its client beyond the client's own results.</summary>
public sealed class ClientConductTests
{
    private static readonly JournalClaim OnePoll = new() { Operation = "getClickToCallEvents", Times = 1 };

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_without_blemish_passes()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        using var customer = await Customer.SignInAsync(cec.Space);
        await customer.CreateAsync();
        await customer.PollAsync();

        await cec.Space.MustHaveNoFindingsAsync(FindingLevel.Error, TestEnds);
        await cec.Space.MustHaveSeenAsync(OnePoll, TestEnds);
        Assert.Equal(4, (await cec.Space.Journal.SearchAsync(cancellationToken: TestEnds)).Count);
    }

    [Fact]
    public async Task A_client_that_overlaps_its_polls_fails_the_test_and_learns_why()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        using var customer = await Customer.SignInAsync(cec.Space);
        var older = customer.PollAsync();
        await cec.Space.WhenWaitingAsync(1, TestEnds);
        var newer = customer.PollAsync();
        await older;

        var failed = await Assert.ThrowsAsync<CecAssertionException>(
            () => cec.Space.MustHaveNoFindingsAsync(cancellationToken: TestEnds));
        Assert.StartsWith("Warning: overlapping-polls, once.", failed.Message, StringComparison.Ordinal);
        Assert.Contains("user u1, request 3", failed.Message, StringComparison.Ordinal);
        await cec.Space.MustHaveNoFindingsAsync(FindingLevel.Error, TestEnds);
        await cec.Space.AdvanceAsync(TimeSpan.FromSeconds(10), TestEnds);
        await newer;
    }

    [Fact]
    public async Task A_claim_that_does_not_hold_fails_the_test_and_shows_what_came_nearest()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        using var customer = await Customer.SignInAsync(cec.Space);

        var failed = await Assert.ThrowsAsync<CecAssertionException>(
            () => cec.Space.MustHaveSeenAsync(OnePoll, TestEnds));

        Assert.StartsWith(
            "0 such requests came, but claimed was exactly 1.", failed.Message, StringComparison.Ordinal);
        Assert.Contains("operation is applyToken, not getClickToCallEvents", failed.Message, StringComparison.Ordinal);
    }
}
