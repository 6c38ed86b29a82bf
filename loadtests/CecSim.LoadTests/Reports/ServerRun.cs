using System.Text.Json.Serialization;

namespace CecSim.LoadTests.Reports;

/// <summary>One server, once.</summary>
/// <param name="Failures">Reasons, and how often each.</param>
/// <param name="Latencies">As clients saw it, from the moment at which each request was to begin.</param>
/// <param name="ServerLatency">As the server saw it; null where it has no say.</param>
/// <param name="Lag">How late the generator began what it was to begin.</param>
internal sealed record ServerRun(
    int Run,
    string Server,
    long Answered,
    long Failed,
    IReadOnlyDictionary<string, long> Failures,
    long? LostEvents,
    long? DuplicatedEvents,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<LatencySummary> Latencies,
    LatencySummary? ServerLatency,
    LatencySummary Lag,
    IReadOnlyList<Sample> Samples)
{
    /// <summary>Whether it is what the run is about, and not what that is compared with.</summary>
    [JsonIgnore]
    public bool IsMeasured => Server is LoadServer.CecSim or LoadServer.Target;

    /// <summary>All its numbers under one kind of name: figures, and of each latency the percentiles.</summary>
    [JsonIgnore]
    public IEnumerable<Figure> AllFigures => Figures.Concat(Latencies.SelectMany(FiguresOf));

    private static IEnumerable<Figure> FiguresOf(LatencySummary latency) =>
    [
        new($"{latency.Name} p50", latency.P50Milliseconds, "ms"),
        new($"{latency.Name} p99", latency.P99Milliseconds, "ms"),
        new($"{latency.Name} max", latency.MaxMilliseconds, "ms"),
    ];
}
