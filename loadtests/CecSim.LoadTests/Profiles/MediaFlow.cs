using CecSim.Telephony.Calling;

namespace CecSim.LoadTests.Profiles;

/// <summary>How many packets had gone out by a moment, of how many calls.</summary>
internal sealed record MediaFlow(long At, int Calls, long PacketsOut)
{
    private const int PacketsPerSecond = 50;

    public static MediaFlow Of(IReadOnlyList<CallReport> reports) => new(
        TimeProvider.System.GetTimestamp(),
        reports.Count,
        reports.Sum(r => r.Media.Lines.Sum(l => l.PacketsOut)));

    public TimeSpan Since(MediaFlow before) => TimeProvider.System.GetElapsedTime(before.At, At);

    /// <summary>
    /// Of what was due in between, the share that was sent. Less than all of it, and the generator itself was late.
    /// </summary>
    public double ShareSentSince(MediaFlow before) =>
        (PacketsOut - before.PacketsOut)
            / Math.Max(1, Since(before).TotalSeconds * PacketsPerSecond * before.Calls);
}
