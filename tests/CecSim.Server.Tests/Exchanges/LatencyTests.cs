using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Exchanges;

public sealed class LatencyTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Every_request_of_a_client_waits_in_space_time_and_a_refused_one_too()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings { Latency = Second });
        var client = new CecClient(cec.Http, cec.Space.Settings);

        var settings = cec.Space.Settings;
        var granted = await cec.HeldAsync(client.PostAsync(
            TokenPath, $$"""{"app_key":"{{settings.AppKey}}","app_secret":"{{settings.AppSecret}}"}"""));
        await cec.AdvanceAsync(0.999);
        await cec.HeldAsync(granted);
        await cec.AdvanceAsync(0.001);
        var refused = await cec.HeldAsync(client.CheckAsync());
        await cec.AdvanceAsync(1);

        Assert.Equal(200, (await granted).Status);
        Assert.Equal(403, (await refused).Status);
    }

    [Fact]
    public async Task A_request_that_belongs_to_no_space_waits_for_nobody()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings { Latency = Second });
        var client = new CecClient(cec.Http, cec.Space.Settings) { AppKey = "unknown" };

        Assert.Equal(403, (await client.CheckAsync()).Status);
    }

    [Fact]
    public async Task A_HEAD_waits_for_nobody_and_changes_no_later_draw()
    {
        var drawn = new DelayTime.Uniform(new(Second, 1000 * Second));
        await using var cec = await TestCec.StartAsync(new SpaceSettings { Latency = drawn });
        using var head = new HttpRequestMessage(HttpMethod.Head, PollPath);
        head.Headers.Add("x-app-key", cec.Space.Settings.AppKey);

        using var answer = await cec.Http.SendAsync(head, TestCec.TestEnds);

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Equal((await DrawAsync(drawn))[0], cec.Space.DrawLatency());
    }

    [Fact]
    public async Task The_same_seed_draws_the_same_times()
    {
        var drawn = new DelayTime.Uniform(new(TimeSpan.Zero, Second));

        var first = await DrawAsync(drawn);

        Assert.Equal(first, await DrawAsync(drawn));
        Assert.True(first.Distinct().Count() > 10);
        Assert.All(await DrawAsync(null), t => Assert.Equal(TimeSpan.Zero, t));
    }

    private static async Task<IReadOnlyList<TimeSpan>> DrawAsync(DelayTime? latency)
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings { Latency = latency });
        return [.. Enumerable.Range(0, 20).Select(_ => cec.Space.DrawLatency())];
    }
}
