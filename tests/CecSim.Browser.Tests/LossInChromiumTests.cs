using static CecSim.Browser.Tests.LossyNetwork;

namespace CecSim.Browser.Tests;

/// <summary>A real browser, a gateway, and a network between them that loses and delays, and counts.</summary>
public sealed class LossInChromiumTests(Chromium chromium)
{
    private const double Loss = 0.05;
    private const int SendsMax = 3;

    // A browser reports every five seconds or so.
    private static readonly TimeSpan ReportIsOverdue = TimeSpan.FromSeconds(15);

    // A minute of it is for people who ask: docs/media-report.md.
    private static readonly int WatchSeconds = NumberOf("CECSIM_WATCH_SECONDS", unlessSet: 12);

    private static ITestOutputHelper Output => TestContext.Current.TestOutputHelper!;

    [Fact]
    public async Task The_echoed_picture_goes_on_and_both_sides_repair_what_is_lost()
    {
        await using var call = await StartAsync(chromium, seed: 11, Loss, TimeSpan.Zero);

        var seen = await WatchAsync(call, WatchSeconds);

        var line = call.Call.Report().Lines[1];
        Assert.True(line is { NacksOut: > 0, NacksIn: > 0, RetransmittedIn: > 0, RetransmittedOut: > 0 }, $"{line}");
        Assert.True(seen.Retransmitted > 0);
        Assert.True(seen.Frames > 60, $"{seen.Frames} pictures were decoded");
        Assert.True(WatchSeconds < 60 || seen.Frozen < 2, $"it stood still for {seen.Frozen} s");
        Assert.False(call.Call.Report().HasFrozenVideo);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.05, 0)]
    [InlineData(0.05, 15)]
    [InlineData(0.2, 15)]
    public async Task What_the_report_tells_of_chromium_is_what_the_network_counted(
        double loss, int jitterMilliseconds)
    {
        // A browser that gets nothing more sends no further report: the last one must not be lost.
        var jitter = TimeSpan.FromMilliseconds(jitterMilliseconds);
        await using var call = await StartAsync(chromium, seed: 21, loss, jitter, losesReports: false);
        await call.UntilAsync("audio", Enough);

        // When nothing is sent any more, the last losses come with the browser's next report. Now and then a browser
        // that gets nothing makes none: then a little more is sent, and with it comes the next.
        var (up, down) = (call.Relay!.Up, call.Relay.Down);
        string[] differences = [];
        var isTold = false;
        for (var sends = 1; ; sends++)
        {
            await call.EvaluateAsync("setDirection('recvonly')");
            await call.AwaitAsync(
                (_, report) =>
                {
                    differences = [.. report.Lines.SelectMany(l => DifferencesOf(l, up, down))];
                    return isTold = differences.Length == 0
                        && report.Lines.All(l => IsNear(Largest(down, l.PacketsOut).Missed, l.LostOut ?? -1));
                },
                ReportIsOverdue);
            if (isTold || sends == SendsMax)
            {
                break;
            }

            var before = (await call.UntilAsync("audio", "s.packets > 0")).Packets;
            await call.EvaluateAsync("setDirection('sendrecv')");
            await call.UntilAsync("audio", $"s.packets > {before + 50}");
        }

        Assert.Empty(differences);
        foreach (var line in call.Call.Report().Lines)
        {
            Output.WriteLine($"{line}");
            var back = Largest(down, line.PacketsOut);

            // A browser that is busy takes the first packets late: it never knows of them, nor which of them were lost.
            // And what its socket has no room for has gone through the network, and is lost all the same.
            var heard = await call.UntilAsync(line.Medium, "true");
            var unknown = Math.Max(0, back.Seen - heard.Packets - heard.Lost);
            var untaken = Math.Max(0, back.Arrived - heard.Packets);
            var told = line.LostOut ?? -1;
            var lost = Math.Clamp(told, Math.Max(0, back.Missed - unknown), back.Missed + untaken);
            Assert.True(
                IsNear(lost, told),
                $"lost out of {line.Medium}: {told}, and {lost} were counted: {back.Missed} of {back.Seen} on the " +
                $"way, and the browser tells of {heard.Packets} taken and {heard.Lost} lost");
        }
    }

    // All of it at one look: what is under way is counted by the network, and not yet by the gateway.
    private static IEnumerable<string> DifferencesOf(LineReport line, Network up, Network down)
    {
        var (there, back) = (Largest(up, line.PacketsIn), Largest(down, line.PacketsOut));
        (string Figure, double Counted, double Told)[] figures =
        [
            ("packets in", there.Arrived, line.PacketsIn),
            ("bytes in", there.BytesArrived, line.BytesIn),
            ("lost in", there.Missed, line.LostIn),
            ("packets out", back.Seen, line.PacketsOut),
            ("bytes out", back.BytesSeen, line.BytesOut),
        ];
        return figures.Where(f => !IsNear(f.Counted, f.Told))
            .Select(f => $"{f.Figure} of {line.Medium}: {f.Told}, and {f.Counted} were counted");
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

        // The sound beside it is the clock: 50 packets a second.
        await call.UntilAsync("audio", "s.packets > 8 * 50");

        var report = call.Call.Report();
        Output.WriteLine($"{report.Lines[1]}");
        Assert.True(report.HasSeenVideo);
        Assert.False(report.HasFrozenVideo);
    }

    private static async Task<InboundStatistics> WatchAsync(BrowserCall call, int seconds)
    {
        await call.UntilAsync("video", "s.frames > 0");
        var before = await call.UntilAsync("audio", "true");
        await call.UntilAsync(
            "audio", $"s.sent >= {before.Sent + (50 * seconds)}", TimeSpan.FromSeconds(20 + (2 * seconds)));
        var seen = await call.UntilAsync("video", "true");
        Output.WriteLine(
            $"{seen.Frames} pictures in {seconds} s, {seen.Freezes} freezes of {seen.Frozen:F2} s together, longest " +
            $"gap {seen.LongestGap:F2} s, {seen.Nacks} requests, {seen.Retransmitted} repaired of {seen.Lost} lost");
        Output.WriteLine($"{call.Call.Report().Lines[1]}");
        return seen;
    }
}
