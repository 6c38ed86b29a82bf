using CecSim.Control.Contracts;
using CecSim.Server.Control.Calls;
using CecSim.Server.Gateway;
using CecSim.Simulation.Polls;
using CecSim.Telephony.Media;

using PollKind = CecSim.Simulation.Polls.PollKind;

namespace CecSim.Server.Control.Statistics;

/// <summary>What a space comes to, in counts, for whoever draws or watches them.</summary>
internal static class StatisticsEndpoints
{
    public static void MapStatistics(this IEndpointRouteBuilder space) =>
        space.MapGet("/statistics", Read).WithSummary("Read what a space comes to at this moment, in counts");

    internal static Ok<SpaceStatistics> Read(SpaceOfRoute space)
    {
        var read = space.Space;
        return TypedResults.Ok(new SpaceStatistics(
            read.Time.ReadNow(),
            read.Journal.RequestsCount,
            read.Polls.Count(PollKind.ClickToCall) + read.Polls.Count(PollKind.Chat),
            read.Queues.Sum(q => q.Waiting.Count),
            read.Faults.View.Sum(f => f.StrikesCount),
            [.. read.Calls.CountByState.OrderBy(c => c.Key).Select(c => new CallsInState(c.Key.ToContract(), c.Value))],
            Of([.. read.Media.Legs.OfType<GatewayCall>().Select(c => c.Report())])));
    }

    private static MediaStatistics Of(IReadOnlyList<MediaReport> calls)
    {
        var lines = calls.SelectMany(c => c.Lines).ToList();
        var told = lines.Where(l => l.LostOut is not null).ToList();
        return new MediaStatistics(
            calls.Count,
            Percent(lines.Sum(l => l.LostIn), of: lines.Sum(l => l.PacketsIn + l.LostIn)),
            Percent(told.Sum(l => l.LostOut ?? 0), of: told.Sum(l => l.PacketsOut)),
            lines.Where(l => l.PacketsIn > 0).Select(l => (double?)l.Jitter.TotalMilliseconds).Max(),
            lines.Select(l => l.RoundTrip?.TotalMilliseconds).Max());
    }

    private static double? Percent(long part, long of) => of > 0 ? Math.Clamp(100.0 * part / of, 0, 100) : null;
}
