namespace CecSim.Server.Tests.ClickToCall;

/// <summary>getClickToCallEvents as a held request (chapter 5, step 4).</summary>
public sealed class LongPollTests
{
    private const string Empty = """{"resultCode":"0","resultDesc":"ClickToCall polled without any events"}""";
    private const string Queued = """{"resultCode":"0","resultDesc":"Call in queue","eventId":168102}""";

    private static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);

    [Theory, ClassData(typeof(EachProfile))]
    [Shows("5.3/hold-10s", "5.3/poll-without-call")]
    public async Task A_poll_of_which_no_scenario_speaks_comes_back_empty_after_10_seconds_and_not_a_moment_sooner(
        string profile)
    {
        await using var cec = await TestCec.StartAsync(profile);
        var client = await cec.SignInAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        await cec.AdvanceAsync(9.999);
        await cec.HeldAsync(poll);
        await cec.AdvanceAsync(0.001);

        (await poll).MustBe(200, Empty, EachProfile.Document(profile, "5"));
    }

    [Theory, ClassData(typeof(EachProfile))]
    [Shows("5.3/eventid-content-absent-event", "5.3/no-event")]
    public async Task A_poll_of_60_seconds_comes_back_empty_at_its_end_and_not_a_moment_sooner(string profile)
    {
        await using var cec = await TestCec.StartAsync(
            TestCec.SettingsOf(profile) with { EventPollHold = TimeSpan.FromSeconds(60) });
        var client = await cec.SignInAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        await cec.AdvanceAsync(59.999);
        await cec.HeldAsync(poll);
        await cec.AdvanceAsync(0.001);

        (await poll).MustBe(200, Empty, EachProfile.Document(profile, "5"));
    }

    [Fact]
    [Shows("5.3/event-ends-poll")]
    public async Task An_event_ends_the_poll_at_once()
    {
        await using var cec = await TestCec.StartAsync(QueuedAfterTenSeconds());
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        await cec.AdvanceAsync(10);

        Assert.Equal(Queued, (await poll).Body);
    }

    [Fact]
    [Shows("5.3/newer-poll-releases-older")]
    public async Task A_newer_poll_releases_the_older_one_and_takes_the_event()
    {
        await using var cec = await TestCec.StartAsync(QueuedAfterTenSeconds());
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        var older = await cec.HeldAsync(client.PollAsync());

        var newer = client.PollAsync();
        Assert.Equal(Empty, (await older).Body);
        await cec.HeldAsync(newer);
        await cec.AdvanceAsync(10);

        Assert.Equal(Queued, (await newer).Body);
    }

    [Fact]
    public async Task Polls_of_two_users_wait_side_by_side()
    {
        await using var cec = await TestCec.StartAsync(QueuedAfterTenSeconds());
        var ann = await cec.SignInAsync("ann");
        var bob = await cec.SignInAsync("bob");
        await ann.CreateAsync();
        var annsPoll = await cec.HeldAsync(ann.PollAsync());
        var bobsPoll = await cec.HeldAsync(bob.PollAsync(), waiting: 2);

        await cec.AdvanceAsync(10);

        Assert.Equal(Queued, (await annsPoll).Body);
        Assert.Equal(Empty, (await bobsPoll).Body);
    }

    [Fact]
    [Shows("5.3/event-of-hung-up-poll")]
    public async Task A_client_that_hangs_up_frees_its_slot_and_gets_the_event_once_with_its_next_poll()
    {
        await using var cec = await TestCec.StartAsync(QueuedAfterTenSeconds());
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await using (var socket = await RawConnection.OpenAsync(cec.Url("http")))
        {
            await socket.SendAsync(client.RawGet(CecClient.EventsPath));
            await cec.Space.Time.WhenWaitingAsync(1, TestCec.TestEnds);
        }

        await cec.Space.Time.WhenWaitingAsync(0, TestCec.TestEnds);
        await cec.AdvanceAsync(10);

        Assert.Equal(Queued, (await client.PollAsync()).Body);
        await cec.HeldAsync(client.PollAsync());
    }

    [Theory, ClassData(typeof(EachProfile))]
    [Shows("1/ccmessaging-token-renewed", "3/renewed-token", "3/renewed-in-last-five-minutes")]
    public async Task Near_its_end_the_token_of_a_live_call_is_renewed_in_the_response_header(string profile)
    {
        await using var cec = await TestCec.StartAsync(TestCec.SettingsOf(profile) with
        {
            Calls = [new CallRule { Script = new Script([new ScriptStep.Queued()]) }],
        });
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        var first = client.MessagingToken;

        await cec.AdvanceAsync((55 * 60) - 0.001);
        await client.FetchAccessTokenAsync();
        Assert.Null((await client.CheckAsync()).RenewedToken);

        await cec.AdvanceAsync(0.001);
        var renewed = (await client.CheckAsync()).RenewedToken;
        Assert.NotNull(renewed);
        Assert.NotEqual(first, renewed);

        // The older token is good until its own end, and who still comes with it is told again.
        Assert.Equal(renewed, (await client.CheckAsync()).RenewedToken);
        client.MessagingToken = renewed;
        await cec.AdvanceAsync(6 * 60);
        var later = await client.CheckAsync();
        Assert.Equal((200, (string?)null), (later.Status, later.RenewedToken));
    }

    [Fact]
    [Shows("1/held-poll-outlives-its-token")]
    public async Task A_poll_that_is_held_into_the_last_minutes_of_its_token_brings_the_renewed_one()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Calls = [new CallRule { Script = new Script([new ScriptStep.Silent()]) }],
            EventPollHold = TimeSpan.FromMinutes(60),
        });
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        await cec.AdvanceAsync(60 * 60);

        var answer = await poll;
        Assert.Equal((200, Empty), (answer.Status, answer.Body));
        Assert.NotNull(answer.RenewedToken);
        Assert.Equal(403, (await client.CheckAsync()).Status);
        await client.FetchAccessTokenAsync();
        client.MessagingToken = answer.RenewedToken;
        Assert.Equal(200, (await client.CheckAsync()).Status);
    }

    [Fact]
    [Shows("3/no-session-no-renewal")]
    public async Task Without_a_call_a_token_is_not_renewed()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        await cec.AdvanceAsync(3599);
        await client.FetchAccessTokenAsync();

        Assert.Null((await client.CheckAsync()).RenewedToken);
    }

    [Fact]
    public async Task A_server_that_stops_gives_every_held_poll_the_empty_answer()
    {
        await using var cec = await TestCec.StartAsync();
        var anns = await cec.HeldAsync((await cec.SignInAsync("ann")).PollAsync());
        var bobs = await cec.HeldAsync((await cec.SignInAsync("bob")).PollAsync(), waiting: 2);

        await cec.StopAsync();

        Assert.Equal((200, Empty), ((await anns).Status, (await anns).Body));
        Assert.Equal((200, Empty), ((await bobs).Status, (await bobs).Body));
    }

    [Fact]
    public async Task A_server_that_stops_lets_no_delayed_request_wait()
    {
        var delay = new FaultRule(
            CecOperation.CheckClickToCallSupport, FaultWhen.Always, new Delay(TimeSpan.FromHours(1)));
        await using var cec = await TestCec.StartAsync(new SpaceSettings { Faults = [delay] });
        var delayed = await cec.HeldAsync((await cec.SignInAsync()).CheckAsync());

        await cec.StopAsync();

        Assert.Equal(200, (await delayed).Status);
    }

    private static SpaceSettings QueuedAfterTenSeconds() => new()
    {
        Calls = [new CallRule { Script = new Script([new ScriptStep.Wait(TenSeconds), new ScriptStep.Queued()]) }],
    };
}
