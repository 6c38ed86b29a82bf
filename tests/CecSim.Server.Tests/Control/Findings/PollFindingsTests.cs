using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Control.Findings;

/// <summary>How a client polls: each sin, and the client beside it that commits none.</summary>
public sealed class PollFindingsTests
{
    private static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);

    [Fact]
    [Shows("5.3/newer-poll-releases-older")]
    public async Task Polls_that_overlap()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        var older = await cec.HeldAsync(client.PollAsync());

        var newer = client.PollAsync();
        await older;

        Assert.Equal("overlapping-pollsx1", await cec.FoundAsync());
        await cec.AdvanceAsync(10);
        await newer;
    }

    [Fact]
    public async Task A_poll_after_a_poll_that_was_hung_up_does_not_overlap()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await HangUpAsync(cec, client);

        var poll = await cec.HeldAsync(client.PollAsync());
        await cec.AdvanceAsync(10);
        await poll;

        Assert.Equal("", await cec.FoundAsync());
    }

    [Theory]
    [InlineData(6, 6, "event-waitedx1")]
    [InlineData(4, 4, "")]
    [InlineData(6, 0, "")]
    [InlineData(0, 6, "")]
    [Shows("5.3/client-keeps-polling")]
    public async Task An_event_that_waited_long_by_both_clocks(int spaceSeconds, int realSeconds, string found)
    {
        var real = new StopWatchTime();
        await using var cec = await TestCec.StartAsync(new CecSimArgs(), real: real);
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        await cec.AdvanceAsync(spaceSeconds);
        real.Pass(TimeSpan.FromSeconds(realSeconds));
        await client.PollAsync();

        Assert.Equal(found, await cec.FoundAsync());
    }

    [Fact]
    [Shows("5.3/client-keeps-polling")]
    public async Task Events_that_a_new_call_finds_unfetched()
    {
        await using var cec = await TestCec.StartAsync(
            Scripted(new ScriptStep.Connected(), new ScriptStep.Wait(TimeSpan.FromSeconds(5)), End()));
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        await cec.AdvanceAsync(5);

        await client.CreateAsync();

        Assert.Equal("event-never-fetchedx1", await cec.FoundAsync());
    }

    [Fact]
    public async Task What_comes_after_the_customer_dropped_the_call_need_not_be_fetched()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        await client.DropAsync();

        await client.CreateAsync();

        Assert.Equal("", await cec.FoundAsync());
    }

    [Fact]
    [Shows("5.3/final-events")]
    public async Task A_poll_after_the_last_event()
    {
        await using var cec = await TestCec.StartAsync(Scripted(End()));
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        Assert.Equal("", await cec.FoundAsync());

        var poll = await cec.HeldAsync(client.PollAsync());

        Assert.Equal("polled-after-final-eventx1", await cec.FoundAsync());
        await cec.AdvanceAsync(10);
        await poll;
    }

    [Theory]
    [InlineData("cec-2.5", 3, 4, "went-on-after-failuresx1")]
    [InlineData("cec-2.5", 4, 5, "went-on-after-failuresx2")]
    [InlineData("cec-2.5", 3, 3, "")]
    [InlineData("cec-2.5", 2, 4, "")]
    [InlineData("cec-3.6", 4, 5, "went-on-after-failuresx1")]
    [InlineData("cec-3.6", 5, 6, "went-on-after-failuresx2")]
    [InlineData("cec-3.6", 4, 4, "")]
    [InlineData("cec-3.6", 3, 5, "")]
    [Shows("5.3/client-gives-up-after", "5.3/client-retries-three-times")]
    public async Task Polls_after_as_many_failures_as_the_profile_allows(
        string profile, int failures, int polls, string found)
    {
        await using var cec = await TestCec.StartAsync(
            Faulty(new FaultWhen { First = failures }, new ResultCodeAnswer("13")) with
            {
                Profile = Profile.Find(profile)!,
            });
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        for (var i = 0; i < polls; i++)
        {
            var poll = client.PollAsync();
            if (i > failures)
            {
                await cec.HeldAsync(poll);
                await cec.AdvanceAsync(10);
            }

            await poll;
        }

        Assert.Equal(found, await cec.FoundAsync());
    }

    [Theory]
    [InlineData("cec-2.5", 4, "CEC 2.5.0 Voice and Video Access", "three consecutive polls")]
    [InlineData("cec-3.6", 5, "CEC 3.6.0 VOIP Access", "three retries")]
    public async Task Going_on_is_told_with_the_document_that_says_when_to_stop(
        string profile, int polls, string document, string words)
    {
        await using var cec = await TestCec.StartAsync(
            Faulty(FaultWhen.Always, new ResultCodeAnswer("13")) with { Profile = Profile.Find(profile)! });
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        for (var i = 0; i < polls; i++)
        {
            await client.PollAsync();
        }

        var found = (await new ControlApiClient(cec.Http).GetAsync("spaces/demo/findings"))["findings"]![0]!;

        Assert.Equal((document, "chapter 5, step 4"), ($"{found["document"]}", $"{found["section"]}"));
        Assert.Contains(words, $"{found["sentence"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_tokens_after_each_403_are_not_going_on()
    {
        await using var cec = await TestCec.StartAsync(Faulty(new FaultWhen { First = 4 }, new AccessTokenExpired()));
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        for (var i = 0; i < 5; i++)
        {
            await client.PollAsync();
            await client.FetchAccessTokenAsync();
            await client.FetchMessagingTokenAsync();
        }

        Assert.Equal("", await cec.FoundAsync());
    }

    [Theory]
    [InlineData(2, 0, "timeout-shorter-than-holdx1")]
    [InlineData(1, 0, "")]
    [InlineData(2, 11, "")]
    [Shows("5.3/client-waits-60-s")]
    public async Task Hanging_up_before_the_hold_is_over(int times, int realSeconds, string found)
    {
        var real = new StopWatchTime();
        await using var cec = await TestCec.StartAsync(new CecSimArgs(), real: real);
        var client = await cec.SignInAsync();

        for (var i = 0; i < times; i++)
        {
            await HangUpAsync(cec, client, () => real.Pass(TimeSpan.FromSeconds(realSeconds)));
        }

        // The server's end is the end of what it had to write down.
        await cec.StopAsync();
        Assert.Equal(found, string.Join(' ', cec.Space.Monitor.Read().Select(f => $"{f.Rule.Code}x{f.Count}")));
    }

    private static async Task HangUpAsync(TestCec cec, CecClient client, Action? beforehand = null)
    {
        using var hangUp = CancellationTokenSource.CreateLinkedTokenSource(TestCec.TestEnds);
        var poll = await cec.HeldAsync(client.AskAsync(HttpMethod.Get, EventsPath, null, ends: hangUp.Token));
        beforehand?.Invoke();
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        await cec.Space.Time.WhenWaitingAsync(0, TestCec.TestEnds);
    }

    private static SpaceSettings Scripted(params ScriptStep[] steps) =>
        new() { Calls = [new CallRule { Script = new Script(steps) }] };

    private static SpaceSettings Faulty(FaultWhen when, Fault fault) =>
        new() { Faults = [new FaultRule(CecOperation.GetClickToCallEvents, when, fault)], EventPollHold = TenSeconds };

    private static ScriptStep.Released End() => new ScriptStep.Released(new Cause(0, "over"));
}
