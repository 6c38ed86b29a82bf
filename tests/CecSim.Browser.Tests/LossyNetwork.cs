namespace CecSim.Browser.Tests;

/// <summary>A network between a browser and a gateway that loses and delays, and counts.</summary>
internal static class LossyNetwork
{
    /// <summary>Ten seconds of sound, and with it hundreds of packets of pictures, however many are lost.</summary>
    public const string Enough = "s.sent > 500";

    // The delay of a longer way is for people who ask: docs/media-report.md.
    public static readonly TimeSpan Delay =
        TimeSpan.FromMilliseconds(NumberOf("CECSIM_DELAY_MILLISECONDS", unlessSet: 25));

    public static Task<BrowserCall> StartAsync(
        Chromium chromium, int seed, double loss, TimeSpan jitter, bool losesReports = true) =>
        BrowserCall.StartThroughAsync(
            chromium,
            new Network(seed, loss, Delay, jitter, losesReports),
            new Network(seed + 1, loss, Delay, jitter, losesReports),
            "camera");

    public static int NumberOf(string variable, int unlessSet) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var set) ? set : unlessSet;

    // Sound and pictures have senders of their own, and repairs another.
    public static NetworkCount Largest(Network network, long near) =>
        network.Counts.Values.MinBy(c => Math.Min(Math.Abs(c.Seen - near), Math.Abs(c.Arrived - near)))!;

    public static bool IsNear(double counted, double told) =>
        Math.Abs(counted - told) <= Math.Max(1, counted / 100);
}
