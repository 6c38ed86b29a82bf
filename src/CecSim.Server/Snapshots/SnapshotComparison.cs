using System.Globalization;

namespace CecSim.Server.Snapshots;

/// <summary>
/// Two states of one space, one made by doing again what made the other. In a space whose time runs a request takes
/// time, and what it does happens a little later than when it came; done again, in time that stands, it takes none.
/// </summary>
/// <param name="driftMax">How far two moments may lie apart and still be the same.</param>
internal sealed class SnapshotComparison(TimeSpan driftMax)
{
    /// <summary>Longer than any request takes on a machine that can be worked with.</summary>
    private static readonly TimeSpan RequestTimeMax = TimeSpan.FromSeconds(2);

    /// <param name="rate">Seconds of space time in one second of real time.</param>
    public static SnapshotComparison AtRate(double rate) => new(RequestTimeMax * Math.Max(rate, 1));

    /// <returns>The first that differs, as in <c>calls[0].state, "ended" and not "dropped"</c>; or null.</returns>
    public string? DifferenceOf(JsonObject state, JsonObject made) => DifferenceOf("", state, made);

    private string? DifferenceOf(string path, JsonNode? one, JsonNode? other) => (one, other) switch
    {
        (JsonObject a, JsonObject b) => a.Select(m => m.Key).Union(b.Select(m => m.Key))
            .Select(key => DifferenceOf(path.Length == 0 ? key : $"{path}.{key}", a[key], b[key]))
            .FirstOrDefault(difference => difference is not null),
        (JsonArray a, JsonArray b) when a.Count == b.Count => a.Zip(b)
            .Select((pair, i) => DifferenceOf($"{path}[{i}]", pair.First, pair.Second))
            .FirstOrDefault(difference => difference is not null),
        _ when JsonNode.DeepEquals(one, other) => null,
        _ when MomentOf(one) - MomentOf(other) is { } drift && drift.Duration() <= driftMax => null,
        (JsonArray a, JsonArray b) => $"{path}, {b.Count} and not {a.Count}",
        _ => $"{path}, {TextOf(other)} and not {TextOf(one)}",
    };

    private static string TextOf(JsonNode? node) => node?.ToJsonString() ?? "nothing";

    // Whatever type a value was made of, as JSON it is a text.
    private static DateTimeOffset? MomentOf(JsonNode? node) =>
        node is JsonValue value
        && value.GetValueKind() == JsonValueKind.String
        && DateTimeOffset.TryParseExact(
            value.ToJsonString().Trim('"').Replace("\\u002B", "+", StringComparison.Ordinal),
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var moment)
            ? moment
            : null;
}
