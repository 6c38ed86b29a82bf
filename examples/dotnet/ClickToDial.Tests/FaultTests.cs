using CecSim.Control.Contracts;

namespace ClickToDial.Tests;

/// <summary>What a contact centre does on bad days. These tests run beside those of the queue: a space each.</summary>
public sealed class FaultTests
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_poll_that_fails_once_is_asked_again()
    {
        await using var fixture = await CallDeskFixture.WithCallsAsync("script: [connected]");
        await fixture.Space.ArmFaultAsync(
            """{"at":"getClickToCallEvents","when":{"nth":1},"inject":{"status":503}}""", TestEnds);

        Assert.Equal(["Connected", "Released"], await fixture.Desk.CallAsync("ann", TestEnds));

        await fixture.Space.MustHaveSeenAsync(
            new JournalClaim { Operation = "getClickToCallEvents", Times = 3 }, TestEnds);
    }

    [Fact]
    public async Task A_token_that_expires_in_the_middle_of_a_call_is_renewed()
    {
        await using var fixture = await CallDeskFixture.WithCallsAsync("script: [connected]");
        await fixture.Space.ArmFaultAsync(
            """{"at":"getClickToCallEvents","when":{"nth":1},"inject":"accessTokenExpired"}""", TestEnds);

        Assert.Equal(["Connected", "Released"], await fixture.Desk.CallAsync("ann", TestEnds));

        await fixture.Space.MustHaveSeenAsync(new JournalClaim { Operation = "tokenByAkSk", Times = 2 }, TestEnds);
    }
}
