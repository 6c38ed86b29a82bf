using System.Globalization;
using System.Text.Encodings.Web;
using CecSim.Control.Contracts;

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

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>To the tick: of two snapshots nothing is left out.</summary>
    public static SnapshotComparison Exact { get; } = new(TimeSpan.Zero);

    /// <param name="rate">Seconds of space time in one second of real time.</param>
    public static SnapshotComparison AtRate(double rate) => new(RequestTimeMax * Math.Max(rate, 1));

    /// <returns>The first that differs, as in <c>calls[0].state, "ended" and not "dropped"</c>; or null.</returns>
    public string? DifferenceOf(JsonObject state, JsonObject made) =>
        DifferencesOf("", state, made).FirstOrDefault() is { } first
            ? $"{first.Path}, {first.After ?? "nothing"} and not {first.Before ?? "nothing"}"
            : null;

    /// <summary>All that differs, in the order of the state.</summary>
    public IEnumerable<SnapshotDifference> DifferencesOf(JsonObject before, JsonObject after) =>
        DifferencesOf("", before, after);

    private IEnumerable<SnapshotDifference> DifferencesOf(string path, JsonNode? one, JsonNode? other) =>
        (one, other) switch
        {
            (JsonObject a, JsonObject b) => a.Select(m => m.Key).Union(b.Select(m => m.Key))
                .SelectMany(key => DifferencesOf(path.Length == 0 ? key : $"{path}.{key}", a[key], b[key])),
            (JsonArray a, JsonArray b) => Enumerable.Range(0, Math.Max(a.Count, b.Count))
                .SelectMany(i => DifferencesOf($"{path}[{i}]", a.ElementAtOrDefault(i), b.ElementAtOrDefault(i))),
            _ when JsonNode.DeepEquals(one, other) => [],
            _ when MomentOf(one) - MomentOf(other) is { } drift && drift.Duration() <= driftMax => [],
            _ => [new SnapshotDifference(path, one?.ToJsonString(Readable), other?.ToJsonString(Readable))],
        };

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
