using static CecSim.Browser.Tests.LossyNetwork;

namespace CecSim.Browser.Tests;

/// <summary>What is asked for again and repaired, as a real browser and the gateway tell it.</summary>
public sealed class RepairsInChromiumTests(Chromium chromium)
{
    /// <summary>So much later than the way has it may an answer be read: two ends, and a very busy machine.</summary>
    private static readonly TimeSpan RoundTripTolerance = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan OneMillisecond = TimeSpan.FromMilliseconds(1);

    // Only the two ends can read the requests, which are encrypted, and both have all of them where none is lost.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.05, 15)]
    [InlineData(0.2, 15)]
    public async Task Chromium_and_the_report_tell_of_the_same_requests_and_repairs(
        double loss, int jitterMilliseconds)
    {
        var jitter = TimeSpan.FromMilliseconds(jitterMilliseconds);
        await using var call = await StartAsync(chromium, seed: 31, loss, jitter, losesReports: false);
        await call.UntilAsync("audio", Enough);
        await call.EvaluateAsync("setDirection('recvonly')");

        // What is on its way when the last picture is sent still comes, and is asked for again a few times.
        var (up, down) = (call.Relay!.Up, call.Relay.Down);
        await call.UntilAsync("video", "s.roundTrip > 0");
        // The network goes on counting, so what it had counted is compared when the two ends are read, and not again.
        string[] differences = [];
        var (seen, report) = await call.AwaitAsync((s, r) =>
        {
            differences = [.. Differences(s, r.Lines[1], up, down)];
            return differences.Length == 0;
        });
        var line = report.Lines[1];

        TestContext.Current.TestOutputHelper!.WriteLine($"{loss:P0}: {line}");
        Assert.Equal([], differences);
        Assert.Equal(loss > 0, line is { NacksIn: > 0, NacksOut: > 0 });

        // The browser takes its time to answer; less than the way takes none can have.
        var latest = (2 * (LossyNetwork.Delay + jitter)) + RoundTripTolerance;
        Assert.InRange(line.RoundTrip!.Value, (2 * LossyNetwork.Delay) - OneMillisecond, latest);
        Assert.InRange(TimeSpan.FromSeconds(seen.RoundTrip), (2 * LossyNetwork.Delay) - OneMillisecond, latest);
    }

    private static IEnumerable<string> Differences(
        InboundStatistics seen, LineReport line, Network up, Network down)
    {
        var (there, back) = (Repairs(up, line.PacketsIn), Repairs(down, line.PacketsOut));
        (string Figure, double Counted, double Told)[] figures =
        [
            ("requests in", seen.Nacks, line.NacksIn),
            ("requests out", seen.NacksTaken, line.NacksOut),
            ("repairs in", there?.Arrived ?? 0, line.RetransmittedIn),
            ("repairs out", back?.Seen ?? 0, line.RetransmittedOut),
            ("repairs in, by the browser", seen.Repeated - (there?.Lost ?? 0), line.RetransmittedIn),
            ("repairs out, by the browser", seen.Retransmitted + (back?.Lost ?? 0), line.RetransmittedOut),
        ];
        return from f in figures
               where !IsNear(f.Counted, f.Told)
               select $"{f.Figure}: {f.Told}, and {f.Counted} were counted";
    }

    // Of three senders: sound is the most, or beside it pictures, whose number is known.
    private static NetworkCount? Repairs(Network network, long pictures) => network.Counts.Count < 3
        ? null
        : network.Counts.Values.Except([Largest(network, pictures)]).MinBy(c => c.Seen);
}
