using CecSim.Simulation.Channels;
using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Faults;

/// <summary>Whose requests are struck, and when in the space's life.</summary>
public sealed class FaultMatchTests
{
    private const string OtherChannel = "202403010000000002";

    [Fact]
    public async Task Only_the_requests_of_matching_users_are_counted_and_struck()
    {
        await using var cec = await StartAsync(
            CecOperation.CheckClickToCallSupport, new() { Nth = 2 }, new FaultMatch(UserId: "vip-*"));
        var ann = await cec.SignInAsync("ann");
        var vip = await cec.SignInAsync("vip-1");
        var other = await cec.SignInAsync("vip-2");

        var seen = new List<int>();
        foreach (var client in new[] { ann, vip, ann, other, vip })
        {
            seen.Add((await client.CheckAsync()).Status);
        }

        Assert.Equal([200, 200, 200, 503, 200], seen);
    }

    [Fact]
    public async Task One_channels_requests_are_struck_and_the_same_user_on_another_is_not()
    {
        await using var cec = await StartAsync(
            CecOperation.CheckClickToCallSupport, FaultWhen.Always, new FaultMatch(Channel: OtherChannel));
        var client = await cec.SignInAsync();
        Assert.Equal(200, (await client.CheckAsync()).Status);
        client.MessagingToken = (await client.PostAsync(ApplyPath, ApplyBody(channelId: OtherChannel))).Text("token");

        Assert.Equal(503, (await client.CheckAsync()).Status);
    }

    [Fact]
    public async Task ApplyToken_is_matched_by_whom_its_body_names()
    {
        await using var cec = await StartAsync(
            CecOperation.ApplyToken, FaultWhen.Always, new FaultMatch("u2", ChannelSettings.DemoId));
        var client = await cec.SignInAsync("u1");

        Assert.Equal(503, (await client.PostAsync(ApplyPath, ApplyBody("u2"))).Status);
        Assert.Equal(200, (await client.PostAsync(ApplyPath, ApplyBody("u2", OtherChannel))).Status);
        Assert.Equal(400, (await client.PostAsync(ApplyPath, "no JSON")).Status);
    }

    // As a broken gateway would: it does not look at tokens.
    [Fact]
    public async Task A_fault_for_all_strikes_a_request_without_good_tokens()
    {
        await using var cec = await StartAsync(
            CecOperation.CheckClickToCallSupport, new() { First = 2 }, new FaultMatch());
        var client = await cec.SignInAsync();
        client.Authorization = null;
        Assert.Equal(503, (await client.CheckAsync()).Status);
        client.MessagingToken = "nobody's";
        Assert.Equal(503, (await client.CheckAsync()).Status);

        Assert.Equal(403, (await client.CheckAsync()).Status);
    }

    [Fact]
    public async Task A_fault_for_some_knows_the_owner_of_a_dead_token_and_leaves_nobodys_alone()
    {
        await using var cec = await StartAsync(
            CecOperation.CheckClickToCallSupport, FaultWhen.Always, new FaultMatch(UserId: "*"));
        var client = await cec.SignInAsync();
        cec.Space.MessagingTokens.Expire(client.MessagingToken!);
        Assert.Equal(503, (await client.CheckAsync()).Status);

        client.MessagingToken = "nobody's";
        Assert.Equal(403, (await client.CheckAsync()).Status);
        client.MessagingToken = null;
        Assert.Equal(403, (await client.CheckAsync()).Status);
    }

    [Fact]
    public async Task After_and_for_open_and_close_a_window_of_space_time_in_which_requests_count()
    {
        var when = new FaultWhen { After = TimeSpan.FromSeconds(30), For = TimeSpan.FromSeconds(60), First = 2 };
        await using var cec = await StartAsync(CecOperation.CheckClickToCallSupport, when, new FaultMatch());
        var client = await cec.SignInAsync();
        var seen = new List<int>();
        foreach (var seconds in new[] { 0, 29.999, 0.001, 59.999, 0.001 })
        {
            await cec.AdvanceAsync(seconds);
            seen.Add((await client.CheckAsync()).Status);
        }

        Assert.Equal([200, 200, 503, 503, 200], seen);
    }

    [Fact]
    public async Task Events_are_matched_by_the_user_they_are_for()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Faults =
            [
                new FaultRule(CecOperation.GetClickToCallEvents, FaultWhen.Always, new DropEvent())
                {
                    Match = new FaultMatch(UserId: "u2"),
                },
            ],
        });
        var (spared, struck) = (await cec.SignInAsync("u1"), await cec.SignInAsync("u2"));
        await spared.CreateAsync();
        await struck.CreateAsync();

        Assert.Equal(200, (await spared.PollAsync()).Status);
        await cec.HeldAsync(struck.PollAsync());
    }

    private static Task<TestCec> StartAsync(CecOperation at, FaultWhen when, FaultMatch match) =>
        TestCec.StartAsync(new SpaceSettings
        {
            Channels = [new(), new() { Id = OtherChannel }],
            Faults = [new FaultRule(at, when, new StatusAnswer(503)) { Match = match }],
        });
}
