namespace CecSim.Client.Tests.Tokens;

/// <summary>Both tokens: kept, renewed before their end, and once for each time that they are refused.</summary>
public sealed class RenewalTests
{
    private const string Check = "checkClickToCallSupport";

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_callers_at_once_fetch_each_token_once()
    {
        await using var caller = await Caller.InAsync();

        await CheckAsync(caller, 50);

        Assert.Equal((1, 1, 50), Counts(caller));
    }

    // The server's time passes and the client's does not, so the client does not know that its tokens are dead.
    [Theory]
    [InlineData(600, "only the access token")]
    [InlineData(3600, "both tokens")]
    public async Task A_storm_of_403_and_401_for_fifty_callers_is_one_renewal(int seconds, string dead)
    {
        await using var caller = await Caller.InAsync();
        await CheckAsync(caller, 1);
        await caller.Space.AdvanceAsync(TimeSpan.FromSeconds(seconds), TestEnds);
        caller.Wire.GatherUpTo(50, Check);

        await CheckAsync(caller, 50);

        Assert.True(Counts(caller) == (2, 2, 101), $"{dead}: {Counts(caller)}");
    }

    [Fact]
    public async Task A_dead_ccmessaging_token_is_renewed_as_chapter_6_has_it()
    {
        await using var caller = await Caller.InAsync();
        await CheckAsync(caller, 1);
        await caller.Space.ArmFaultAsync(
            $$"""{"at":"{{Check}}","when":{"nth":1},"inject":"messagingTokenExpired"}""", TestEnds);

        await CheckAsync(caller, 1);

        string[] operations = [Check, "tokenByAkSk", "applyToken", Check];
        Assert.Equal(operations, caller.Wire.Operations.Skip(3));
    }

    [Fact]
    public async Task Tokens_that_die_while_a_poll_is_held_cost_no_event()
    {
        await using var caller = await Caller.InAsync(
            """
            name: long
            about: The call is connected long after the access token has died.
            space: { eventPollHold: 60s }
            calls: [{ script: [queued, { wait: 11m }, connected, released] }]
            """);
        var events = Caller.ReadAsync(await caller.CallAsync());

        for (var minute = 0; minute < 11; minute++)
        {
            await caller.Space.WhenWaitingAsync(1, TestEnds);
            await caller.Space.AdvanceAsync(TimeSpan.FromMinutes(1), TestEnds);
        }

        string[] all = ["168102", "168101", "168110"];
        Assert.Equal(all, await events);
        Assert.Equal((2, 2), (caller.Wire.Count("tokenByAkSk"), caller.Wire.Count("applyToken")));
    }

    [Fact]
    public async Task A_token_is_renewed_before_its_end_and_nothing_is_refused()
    {
        var time = new WatchedTime();
        await using var caller = await Caller.InAsync(time: time);
        await CheckAsync(caller, 1);

        time.Advance(TimeSpan.FromSeconds(569));
        await CheckAsync(caller, 1);
        Assert.Equal((1, 1, 2), Counts(caller));

        time.Advance(TimeSpan.FromSeconds(1));
        await CheckAsync(caller, 20);
        Assert.Equal((2, 1, 22), Counts(caller));

        time.Advance(TimeSpan.FromMinutes(55));
        await CheckAsync(caller, 20);
        Assert.Equal((3, 2, 42), Counts(caller));
    }

    // Access tokens of an hour, or the renewal of these would bring a new ccmessaging-token before its time.
    [Fact]
    public async Task A_renewed_token_is_taken_from_the_header_of_an_answer()
    {
        await using var caller = await Caller.InAsync(
            "name: x\nabout: x\ncalls: [{ script: [connected, silent] }]\n", options: WithLongTokens);
        var call = await caller.CallAsync();
        await using var events = call.EventsAsync(TestEnds).GetAsyncEnumerator(TestEnds);
        await events.MoveNextAsync();
        var first = caller.Wire.HeaderOfLast("getClickToCallEvents", "ccmessaging-token");

        await caller.Space.AdvanceAsync(TimeSpan.FromMinutes(56), TestEnds);
        await CheckAsync(caller, 1);
        await CheckAsync(caller, 1);

        Assert.NotEqual(first, caller.Wire.HeaderOfLast(Check, "ccmessaging-token"));
        Assert.Equal((1, 1, 2), Counts(caller));
    }

    [Fact]
    public async Task A_token_that_cannot_be_renewed_before_its_end_is_used_until_then()
    {
        var time = new WatchedTime();
        await using var caller = await Caller.InAsync(time: time);
        await CheckAsync(caller, 1);
        await caller.Space.ArmFaultAsync("""{"at":"tokenByAkSk","inject":{"status":503}}""", TestEnds);

        time.Advance(TimeSpan.FromSeconds(580));
        await CheckAsync(caller, 1);
        time.Advance(TimeSpan.FromSeconds(20));
        var gaveUp = await Assert.ThrowsAsync<CecException>(() => CheckAsync(caller, 1));

        Assert.Equal(("tokenByAkSk", 3), (gaveUp.Operation, gaveUp.Attempts));
        Assert.Equal((7, 1, 2), Counts(caller));
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_takes_the_token_from_nobody()
    {
        await using var caller = await Caller.InAsync();
        caller.Wire.GatherUpTo(2, "tokenByAkSk");
        using var stop = new CancellationTokenSource();
        var first = caller.Customer.CheckAsync(stop.Token);
        var second = caller.Customer.CheckAsync(TestEnds);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        caller.Wire.LetThrough();

        Assert.IsType<CecResult<CecSupport>.Success>(await second);
        Assert.Equal((1, 1, 1), Counts(caller));
    }

    [Fact]
    public async Task Wrong_credentials_are_said_at_once()
    {
        await using var caller = await Caller.InAsync(options: space => new CecClientOptions
        {
            Address = space.Address, AppKey = space.AppKey, AppSecret = "wrong",
        });

        var refused = await Assert.ThrowsAsync<CecException>(() => CheckAsync(caller, 1));

        Assert.IsType<CecFailure.CredentialsRefused>(refused.Failure);
        Assert.Equal((1, 0, 0), Counts(caller));
    }

    [Fact]
    public async Task An_unknown_channel_is_a_refusal_of_applyToken()
    {
        await using var caller = await Caller.InAsync();
        var customer = caller.Cec.Customer(new CecCustomerIdentity
        {
            UserId = "u1", UserName = "Ann", ChannelId = "none",
        });

        var refused = Assert.IsType<CecResult<CecSupport>.Refused>(await customer.CheckAsync(TestEnds));

        Assert.Equal(("applyToken", "1"), (refused.Refusal.Operation, refused.Refusal.Code));
        Assert.Equal(CecRefusalMeaning.TokenNotApplied, refused.Refusal.Meaning);
    }

    private static CecClientOptions WithLongTokens(CecSpace space) => new()
    {
        Address = space.Address,
        AppKey = space.AppKey,
        AppSecret = space.AppSecret,
        AccessTokenLifetime = TimeSpan.FromHours(1),
        BackOff = TimeSpan.Zero,
        PollPause = TimeSpan.Zero,
    };

    private static (int Access, int Messaging, int Check) Counts(Caller caller) =>
        (caller.Wire.Count("tokenByAkSk"), caller.Wire.Count("applyToken"), caller.Wire.Count(Check));

    private static async Task CheckAsync(Caller caller, int count)
    {
        var asked = Enumerable.Range(0, count).Select(_ => caller.Customer.CheckAsync(TestEnds));
        Assert.All(await Task.WhenAll(asked), support => Assert.True(support.ValueOrThrow().ClickToCall));
    }
}
