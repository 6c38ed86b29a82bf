using System.Text.Json.Nodes;

namespace CecSim.LoadTests.Tests;

/// <summary>That each profile works, in small. How fast is never asked here.</summary>
public sealed class ProfileTests
{
    private const string WhateverTheTiming = "--no-warm-up --no-peers --lag-max 600000 --sent-min 0";

    [Theory]
    [InlineData("tokens --rate 20 --for 1s", "floor", "cecsim")]
    [InlineData("held-polls --held 30 --for 500ms", "floor", "cecsim")]
    [InlineData("wake-all --held 30", "floor", "cecsim")]
    [InlineData("wake-all --held 30 --http2", "floor", "cecsim")]
    [InlineData("event-latency --held 20 --rate 20 --for 1s", "floor", "cecsim")]
    [InlineData("call-storm --rate 10 --for 2s", "cecsim")]
    [InlineData("token-expiry-storm --held 10", "cecsim")]
    [InlineData("slow-clients --rate 20 --held 10 --for 1s", "floor", "cecsim")]
    [InlineData("chat --rate 5 --for 1s", "cecsim")]
    [InlineData("media --held 5 --rate 10 --for 1s", "cecsim")]
    [InlineData("bridge --held 5 --for 500ms", "cecsim")]
    [InlineData("transcode --held 2 --for 500ms", "cecsim")]
    [InlineData("soak --held 20 --for 1s", "cecsim")]
    [InlineData("start", "floor", "cecsim")]
    [InlineData("advance --held 100", "cecsim")]
    public async Task A_profile_runs_to_its_end_and_nothing_fails(string arguments, params string[] servers)
    {
        using var load = new LoadProcess();

        var (exitCode, text) = await load.RunAsync($"{arguments} {WhateverTheTiming}");

        Assert.True(exitCode == 0, text);
        var runs = load.Result["runs"]!.AsArray();
        Assert.Equal(servers, runs.Select(r => (string)r!["server"]!));
        Assert.All(runs, r => Assert.True((long)r!["answered"]! > 0 && (long)r["failed"]! == 0, r!.ToJsonString()));
    }

    [Fact]
    public async Task Every_event_comes_once_and_the_server_has_its_own_word_on_it()
    {
        using var load = new LoadProcess();

        await load.RunAsync($"event-latency --held 20 --rate 50 --for 1s --no-floor {WhateverTheTiming}");

        var run = load.Result["runs"]![0]!;
        Assert.Equal(0, (long)run["lostEvents"]!);
        Assert.Equal(0, (long)run["duplicatedEvents"]!);
        Assert.Equal(50, (long)run["serverLatency"]!["count"]!);
        Assert.Equal(50, (long)run["latencies"]![0]!["count"]!);
    }

    [Fact]
    public async Task Peers_that_are_installed_are_measured_in_the_same_run()
    {
        using var load = new LoadProcess();

        var (_, text) = await load.RunAsync("tokens --rate 20 --for 1s --no-warm-up --lag-max 600000");

        var ratios = load.Result["ratios"]!.AsArray();
        Assert.True(ratios.Any(r => (string)r!["to"]! == "mountebank"), text);
        Assert.Equal(JavaIsThere(), ratios.Any(r => (string)r!["to"]! == "wiremock"));
        Assert.All(ratios, r => Assert.True((double)r!["median"]! > 0));
    }

    [Fact]
    public async Task Calls_with_sound_send_and_hear_and_tell_what_each_cost()
    {
        using var load = new LoadProcess();

        await load.RunAsync($"media --held 5 --rate 10 --for 1s {WhateverTheTiming}");

        Assert.InRange(Figure(load.Result, "packets sent"), 5 * 25, 5 * 500);
        Assert.Equal(0, Figure(load.Result, "packets lost on the way back"));
        Assert.True(Figure(load.Result, "processor") > 0);
        var latencies = load.Result["runs"]![0]!["latencies"]!.AsArray();
        Assert.Equal(5, (int)latencies.Single(l => (string)l!["name"]! == "INVITE to media")!["count"]!);
    }

    [Fact]
    public async Task All_clients_renew_each_token_once_when_all_of_them_expire()
    {
        using var load = new LoadProcess();

        await load.RunAsync($"token-expiry-storm --held 10 {WhateverTheTiming}");

        Assert.Equal(1, Figure(load.Result, "access tokens fetched per client"));
        Assert.Equal(1, Figure(load.Result, "ccmessaging tokens fetched per client"));
    }

    private static double Figure(JsonObject result, string name) =>
        (double)result["runs"]![0]!["figures"]!.AsArray().Single(f => (string)f!["name"]! == name)!["value"]!;

    private static bool JavaIsThere() =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(f => File.Exists(Path.Combine(f, "java")));
}
