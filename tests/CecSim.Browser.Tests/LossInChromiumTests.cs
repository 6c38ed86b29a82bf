using CecSim.Telephony.Media;
using CecSim.Telephony.Tests.Media;

namespace CecSim.Browser.Tests;

/// <summary>A real browser, a gateway, and a network between them that loses and delays, and counts.</summary>
public sealed class LossInChromiumTests(Chromium chromium)
{
    private const double Loss = 0.05;

    // A minute of it, and the delay of a longer way, are for people who ask: docs/media-report.md.
    private static readonly int WatchSeconds = NumberOf("CECSIM_WATCH_SECONDS", unlessSet: 12);
    private static readonly TimeSpan Delay =
        TimeSpan.FromMilliseconds(NumberOf("CECSIM_DELAY_MILLISECONDS", unlessSet: 25));

    private static ITestOutputHelper Output => TestContext.Current.TestOutputHelper!;

    [Fact]
    public async Task The_echoed_picture_goes_on_and_both_sides_repair_what_is_lost()
    {
        await using var call = await LossyAsync(seed: 11);

        var seen = await WatchAsync(call, WatchSeconds);

        var line = call.Call.Report().Lines[1];
        Assert.True(line is { NacksOut: > 0, NacksIn: > 0, RetransmittedIn: > 0, RetransmittedOut: > 0 }, $"{line}");
        Assert.True(seen.Retransmitted > 0);
        Assert.True(seen.Frames > 60, $"{seen.Frames} pictures were decoded");
        Assert.True(WatchSeconds < 60 || seen.Frozen < 2, $"it stood still for {seen.Frozen} s");
        Assert.False(call.Call.Report().HasFrozenVideo);
    }

    [Fact]
    public async Task What_the_report_tells_of_chromium_is_what_the_network_counted()
    {
        await using var call = await LossyAsync(seed: 21);
        await call.UntilAsync("video", "s.packets > 400");

        // Nothing is sent any more, and a report of the browser comes at least every five seconds.
        await call.EvaluateAsync("setDirection('recvonly')");
        await call.EvaluateAsync("new Promise(done => setTimeout(done, 7000))");

        var report = call.Call.Report();
        foreach (var line in report.Lines)
        {
            var (up, down) = (Largest(call.Relay!.Up, line.PacketsIn), Largest(call.Relay.Down, line.PacketsOut));
            AssertNear(up.Arrived, line.PacketsIn, "packets in");
            AssertNear(up.BytesArrived, line.BytesIn, "bytes in");
            AssertNear(up.Lost, line.LostIn, "lost in");
            AssertNear(down.Seen, line.PacketsOut, "packets out");
            AssertNear(down.BytesSeen, line.BytesOut, "bytes out");
            AssertNear(down.Lost, line.LostOut!.Value, "lost out");
        }
    }

    [Theory]
    [InlineData("still")]
    [InlineData("slow")]
    public async Task A_source_that_stands_still_is_not_frozen(string camera)
    {
        var straight = new Network(1, 0, TimeSpan.Zero, TimeSpan.Zero);
        await using var call = await BrowserCall.StartThroughAsync(
            chromium, straight, new Network(2, 0, TimeSpan.Zero, TimeSpan.Zero), camera);
        await call.UntilAsync("video", "s.frames > 0");

        await call.EvaluateAsync("new Promise(done => setTimeout(done, 8000))");

        var report = call.Call.Report();
        Output.WriteLine($"{report.Lines[1]}");
        Assert.True(report.HasSeenVideo);
        Assert.False(report.HasFrozenVideo);
    }

    private static int NumberOf(string variable, int unlessSet) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var set) ? set : unlessSet;

    private Task<BrowserCall> LossyAsync(int seed) => BrowserCall.StartThroughAsync(
        chromium,
        new Network(seed, Loss, Delay, TimeSpan.Zero),
        new Network(seed + 1, Loss, Delay, TimeSpan.Zero),
        "camera");

    private static async Task<InboundStatistics> WatchAsync(BrowserCall call, int seconds)
    {
        await call.UntilAsync("video", "s.frames > 0");
        await call.EvaluateAsync($"new Promise(done => setTimeout(done, {seconds * 1000}))");
        var seen = await call.UntilAsync("video", "true");
        Output.WriteLine(
            $"{seen.Frames} pictures in {seconds} s, {seen.Freezes} freezes of {seen.Frozen:F2} s together, longest " +
            $"gap {seen.LongestGap:F2} s, {seen.Nacks} requests, {seen.Retransmitted} repaired of {seen.Lost} lost");
        Output.WriteLine($"{call.Call.Report().Lines[1]}");
        return seen;
    }

    // Sound and pictures have senders of their own, and repairs another.
    private static NetworkCount Largest(Network network, long near) =>
        network.Counts.Values.MinBy(c => Math.Min(Math.Abs(c.Seen - near), Math.Abs(c.Arrived - near)))!;

    private static void AssertNear(double counted, double told, string figure) => Assert.True(
        Math.Abs(counted - told) <= Math.Max(1, counted / 100), $"{figure}: {told}, and {counted} were counted");
}
