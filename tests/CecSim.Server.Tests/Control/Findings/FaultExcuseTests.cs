using static CecSim.Server.Tests.Faults.FaultyCec;

namespace CecSim.Server.Tests.Control.Findings;

/// <summary>No client is found in what a fault did; what it makes of the fault is its own.</summary>
public sealed class FaultExcuseTests
{
    private static readonly ScriptStep Queued = new ScriptStep.Queued();
    private static readonly ScriptStep Connected = new ScriptStep.Connected();
    private static readonly ScriptStep Released = new ScriptStep.Released(new Cause(0, "over"));
    private static readonly FaultWhen Once = new() { Nth = 1 };

    [Theory]
    [InlineData("connectionReset")]
    [InlineData("garbage")]
    [InlineData("truncate")]
    public async Task A_client_that_stops_after_three_broken_polls_is_found_in_nothing(string name)
    {
        var real = new StopWatchTime();
        await using var cec = await StartAsync(AtEvents([Queued], FaultWhen.Always, FaultOf(name)), real);
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await FailAsync(client, times: 3);

        await PassAsync(cec, real, 60);

        Assert.Equal("", await cec.FoundAsync());
    }

    [Theory]
    [InlineData("cec-2.5", "connectionReset", 4)]
    [InlineData("cec-3.6", "connectionReset", 5)]
    [InlineData("cec-2.5", "truncate", 4)]
    [InlineData("cec-3.6", "truncate", 5)]
    public async Task A_client_that_goes_on_after_too_many_broken_polls_is_found(string profile, string name, int polls)
    {
        await using var cec = await TestCec.StartAsync(
            AtEvents([Queued], FaultWhen.Always, FaultOf(name)) with { Profile = Profile.Find(profile)! });
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await FailAsync(client, times: polls - 1);
        Assert.Equal("", await cec.FoundAsync());

        await FailAsync(client, times: 1);

        Assert.Equal("went-on-after-failuresx1", await cec.FoundAsync());
    }

    [Fact]
    public async Task A_client_that_stays_away_as_it_was_told_is_not_late()
    {
        var real = new StopWatchTime();
        await using var cec = await StartAsync(
            AtEvents([Queued], Once, new TooManyRequests(TimeSpan.FromSeconds(30))), real);
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        Assert.Equal(429, (await client.PollAsync()).Status);

        await PassAsync(cec, real, 30);
        await client.PollAsync();

        Assert.Equal("", await cec.FoundAsync());
    }

    [Fact]
    public async Task An_event_that_a_fault_held_back_was_not_there_to_be_fetched()
    {
        await using var cec = await TestCec.StartAsync(AtEvents(
            [new ScriptStep.Wait(TimeSpan.FromSeconds(1)), Released], Once, new LateEvent(TimeSpan.FromMinutes(2))));
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        var poll = await cec.HeldAsync(client.PollAsync());
        await cec.AdvanceAsync(10);
        await poll;

        await client.CreateAsync();

        Assert.Equal("", await cec.FoundAsync());
    }

    [Fact]
    public async Task What_a_fault_put_behind_the_last_event_need_not_be_fetched()
    {
        await using var cec = await TestCec.StartAsync(AtEvents([Connected, Released], Once, new ReorderEvents()));
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        Assert.Contains("168110", (await client.PollAsync()).Body, StringComparison.Ordinal);

        await client.CreateAsync();

        Assert.Equal("", await cec.FoundAsync());
    }

    [Theory]
    [InlineData("status")]
    [InlineData("connectionReset")]
    [InlineData("truncate")]
    public async Task Whoever_tried_to_drop_its_call_has_not_left_it_alone(string name)
    {
        var real = new StopWatchTime();
        await using var cec = await StartAsync(At(CecOperation.DropClickToCall, FaultOf(name)), real);
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        if (name == "status")
        {
            await client.DropAsync();
        }
        else
        {
            await Assert.ThrowsAnyAsync<HttpRequestException>(client.DropAsync);
        }

        await PassAsync(cec, real, 60);

        Assert.Equal("", await cec.FoundAsync());
    }

    [Fact]
    public async Task Polls_that_are_cut_by_hand_are_no_short_timeout()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        for (var i = 1; i <= 3; i++)
        {
            var poll = await cec.HeldAsync(client.PollAsync());
            Assert.True(cec.Space.Polls.Cut($"clickToCall-{i}"));
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => poll);
            await cec.Space.Time.WhenWaitingAsync(0, TestCec.TestEnds);
        }

        // The server's end is the end of what it had to write down.
        await cec.StopAsync();
        Assert.Empty(cec.Space.Monitor.Read());
    }

    private static Task<TestCec> StartAsync(SpaceSettings settings, TimeProvider real) =>
        TestCec.StartAsync(new CecSimArgs { Spaces = [settings] }, real: real);

    private static Fault FaultOf(string name) => name switch
    {
        "connectionReset" => new ConnectionReset(),
        "garbage" => new Garbage(),
        "truncate" => new Truncate(),
        _ => new StatusAnswer(503),
    };

    private static async Task FailAsync(CecClient client, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await Assert.ThrowsAnyAsync<HttpRequestException>(client.PollAsync);
        }
    }

    private static async Task PassAsync(TestCec cec, StopWatchTime real, int seconds)
    {
        await cec.AdvanceAsync(seconds);
        real.Pass(TimeSpan.FromSeconds(seconds));
    }
}
