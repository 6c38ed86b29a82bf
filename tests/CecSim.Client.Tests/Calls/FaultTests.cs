namespace CecSim.Client.Tests.Calls;

/// <summary>What goes wrong on the way, and what the reader of the events sees of it.</summary>
public sealed class FaultTests
{
    private const string Story = """
        name: story
        about: Queued, connected, transferred, and hung up by the agent.
        calls:
          - script: [queued, connected, transferred, released]
        """;

    private static readonly string[] All = ["168102", "168101", "168106", "168110"];

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"accessTokenExpired\"")]
    [InlineData("\"accessTokenRevoked\"")]
    [InlineData("\"messagingTokenExpired\"")]
    [InlineData("\"emptyResponse\"")]
    [InlineData("\"connectionReset\"")]
    [InlineData("\"garbage\"")]
    [InlineData("\"truncate\"")]
    [InlineData("\"malformedChunk\"")]
    [InlineData("\"tooManyRequests\"")]
    [InlineData("{\"status\":503}")]
    [InlineData("{\"status\":401}")]
    [InlineData("{\"status\":{\"code\":200,\"body\":\"<html>\"}}")]
    [InlineData("{\"resultCode\":\"13\"}")]
    public async Task No_event_is_lost_when_one_poll_in_two_fails(string fault)
    {
        await using var caller = await Caller.InAsync(Story);
        var call = await caller.CallAsync();
        await caller.Space.ArmFaultAsync(
            $$"""{"at":"getClickToCallEvents","when":{"every":2},"inject":{{fault}}}""", TestEnds);

        Assert.Equal(All, await Caller.ReadAsync(call));

        var strikes = Assert.Single(await caller.Space.Control.ListFaultsAsync(TestEnds)).Strikes;
        Assert.InRange(strikes, 2, 7);
        Assert.Empty((await caller.Space.Control.ListFindingsAsync(TestEnds)).Select(f => $"{f.Code}: {f.Sentence}"));
    }

    [Theory]
    [InlineData("checkClickToCallSupport")]
    [InlineData("createClickToCall")]
    [InlineData("applyToken")]
    [InlineData("tokenByAkSk")]
    public async Task Every_step_to_a_call_bears_two_failures(string operation)
    {
        await using var caller = await Caller.InAsync(Story);
        foreach (var fault in (string[])["\"connectionReset\"", "{\"status\":503}"])
        {
            await caller.Space.ArmFaultAsync(
                $$"""{"at":"{{operation}}","when":{"nth":1},"inject":{{fault}}}""", TestEnds);
        }

        await caller.Customer.CheckAsync(TestEnds);

        Assert.Equal(All, await Caller.ReadAsync(await caller.CallAsync()));
        Assert.Single(caller.Wire.Sent.Select(s => s.Header("ccmessaging-token")).OfType<string>().Distinct());
    }

    [Theory]
    [InlineData("{\"status\":500}", typeof(CecFailure.BadStatus))]
    [InlineData("{\"status\":403}", typeof(CecFailure.TokensRefused))]
    [InlineData("{\"resultCode\":\"13\"}", typeof(CecFailure.Refused))]
    [InlineData("\"connectionReset\"", typeof(CecFailure.NoAnswer))]
    [InlineData("\"garbage\"", typeof(CecFailure.NoAnswer))]
    [InlineData("{\"status\":{\"code\":200,\"body\":\"[]\"}}", typeof(CecFailure.NotUnderstood))]
    public async Task Three_failures_in_a_row_are_the_end(string fault, Type failure)
    {
        await using var caller = await Caller.InAsync(Story);
        var call = await caller.CallAsync();
        await caller.Space.ArmFaultAsync(
            $$"""{"at":"getClickToCallEvents","inject":{{fault}}}""", TestEnds);

        var gaveUp = await Assert.ThrowsAsync<CecException>(() => Caller.ReadAsync(call));

        Assert.IsType(failure, gaveUp.Failure);
        Assert.Equal(("getClickToCallEvents", 3), (gaveUp.Operation, gaveUp.Attempts));
        var polls = failure == typeof(CecFailure.TokensRefused) ? 6 : 3;
        Assert.Equal(polls, caller.Wire.Count("getClickToCallEvents"));

        // The call lives, and whoever tries once more finds its events.
        await caller.Space.Control.DisarmFaultsAsync(TestEnds);
        Assert.Equal(All, await Caller.ReadAsync(call));
    }

    [Fact]
    public async Task A_connection_that_is_told_twice_is_connected_once()
    {
        await using var caller = await Caller.InAsync(Story);
        await caller.Space.ArmFaultAsync(
            """{"at":"getClickToCallEvents","when":{"nth":2},"inject":"duplicateEvent"}""", TestEnds);
        var call = await caller.CallAsync();

        Assert.Equal(All, await Caller.ReadAsync(call));
        Assert.Equal(1, call.RepeatCount);
    }

    [Fact]
    public async Task A_second_transfer_is_no_repeat()
    {
        await using var caller = await Caller.InAsync(
            "name: x\nabout: x\ncalls: [{ script: [connected, transferred, transferred, released] }]\n");

        string[] all = ["168101", "168106", "168106", "168110"];
        Assert.Equal(all, await Caller.ReadAsync(await caller.CallAsync()));
    }

    [Fact]
    public async Task A_call_whose_creation_was_not_heard_is_dropped_so_that_there_are_never_two()
    {
        await using var caller = await Caller.InAsync(Story);
        await caller.Space.ArmFaultAsync(
            """{"at":"createClickToCall","when":{"nth":1},"inject":"truncate"}""", TestEnds);

        var call = await caller.CallAsync();

        string[] operations = ["createClickToCall", "dropClickToCall", "createClickToCall"];
        Assert.Equal(operations, caller.Wire.Operations.Skip(2));
        Assert.Equal(All, await Caller.ReadAsync(call));
    }

    [Fact]
    public async Task A_poll_that_is_never_answered_is_given_up_after_a_minute_and_repeated()
    {
        var time = new WatchedTime();
        await using var caller = await Caller.InAsync(Story, time);
        var call = await caller.CallAsync();
        await caller.Space.ArmFaultAsync(
            """{"at":"getClickToCallEvents","when":{"nth":1},"inject":"hang"}""", TestEnds);
        var polls = time.WhenArmedAsync(t => t == TimeSpan.FromSeconds(60));
        var events = Caller.ReadAsync(call);
        await polls;

        time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(All, await events);
    }

    [Fact]
    public async Task Pauses_grow_and_a_failure_is_not_repeated_before_them()
    {
        var time = new WatchedTime();
        var options = (CecSim.Testing.CecSpace space) => new CecClientOptions
        {
            Address = space.Address,
            AppKey = space.AppKey,
            AppSecret = space.AppSecret,
            BackOff = TimeSpan.FromSeconds(1),
            BackOffMax = TimeSpan.FromSeconds(9),
        };
        await using var caller = await Caller.InAsync(Story, time, options);
        var call = await caller.CallAsync();
        await caller.Space.ArmFaultAsync("""{"at":"getClickToCallEvents","inject":{"status":502}}""", TestEnds);
        var pause = time.WhenArmedAsync(IsPause);
        var events = Caller.ReadAsync(call);

        for (var polls = 1; polls < 3; polls++)
        {
            var length = await pause;
            Assert.InRange(length, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(9));
            Assert.Equal(polls, caller.Wire.Count("getClickToCallEvents"));
            pause = time.WhenArmedAsync(IsPause);
            time.Advance(length);
        }

        var gaveUp = await Assert.ThrowsAsync<CecException>(() => events);
        Assert.Equal(3, gaveUp.Attempts);
    }

    [Theory]
    [InlineData("5s", 5)]
    [InlineData("1h", 9)]
    public async Task CEC_says_when_it_wants_to_be_asked_again_within_limits(string retryAfter, int seconds)
    {
        var time = new WatchedTime();
        var options = (CecSim.Testing.CecSpace space) => new CecClientOptions
        {
            Address = space.Address,
            AppKey = space.AppKey,
            AppSecret = space.AppSecret,
            BackOff = TimeSpan.Zero,
            BackOffMax = TimeSpan.FromSeconds(9),
        };
        await using var caller = await Caller.InAsync(Story, time, options);
        await caller.Space.ArmFaultAsync(
            """{"at":"checkClickToCallSupport","when":{"nth":1},"inject":{"tooManyRequests":{"retryAfter":"AFTER"}}}"""
                .Replace("AFTER", retryAfter, StringComparison.Ordinal),
            TestEnds);
        var pause = time.WhenArmedAsync(IsPause);
        var support = caller.Customer.CheckAsync(TestEnds);

        Assert.Equal(TimeSpan.FromSeconds(seconds), await pause);

        time.Advance(TimeSpan.FromSeconds(seconds));
        Assert.IsType<CecResult<CecSupport>.Success>(await support);
    }

    // The others are the timeouts of requests and polls.
    private static bool IsPause(TimeSpan length) =>
        length != TimeSpan.FromSeconds(15) && length != TimeSpan.FromSeconds(60);
}
