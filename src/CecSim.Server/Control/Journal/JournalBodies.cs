using CecSim.Simulation;
using CecSim.Simulation.Journal;

namespace CecSim.Server.Control.Journal;

/// <param name="Dropped">How many entries are gone: what is here is not all there was.</param>
internal sealed record JournalPageBody(
    int Count, long Dropped, DateTimeOffset? DroppedUntil, IReadOnlyList<EntryBody> Entries);

/// <param name="Response">Null where nothing went out.</param>
/// <param name="Faults">Those that struck, by the names of scenario files; <c>cutByHand</c> too.</param>
/// <param name="OfFault">A fault answered in place of CEC.</param>
/// <param name="HeldMs">How long a poll was held, in space time.</param>
/// <param name="CutShort">The connection ended before the whole answer was out.</param>
internal sealed record EntryBody(
    string Id,
    DateTimeOffset At,
    double DurationMs,
    string? Operation,
    string? User,
    RequestBody Request,
    ResponseBody? Response,
    string? Basis,
    string? Refusal,
    IReadOnlyList<string> Wrong,
    IReadOnlyList<string> Faults,
    bool OfFault,
    double? HeldMs,
    bool CutShort);

internal sealed record RequestBody(
    string Method, string Url, IReadOnlyList<HeaderBody> Headers, BodyBody? Body);

/// <param name="Status">0 where what went out was no HTTP.</param>
internal sealed record ResponseBody(
    int Status, string? ResultCode, IReadOnlyList<HeaderBody> Headers, BodyBody? Body);

internal sealed record HeaderBody(string Name, string Value);

/// <param name="Bytes">On the wire, whatever is kept.</param>
internal sealed record BodyBody(string Text, long Bytes, bool Cut);

/// <param name="Outcome"><c>holds</c>, <c>doesNotHold</c> or <c>cannotBeKnown</c>.</param>
internal sealed record VerdictBody(
    bool Holds,
    [property: WordsOf<VerdictOutcome>] string Outcome,
    int Count,
    string Why,
    IReadOnlyList<NearestBody> Nearest);

internal sealed record NearestBody(IReadOnlyList<string> Differences, EntryBody Entry);

/// <summary>From the journal's own records to what goes over the wire.</summary>
internal static class JournalBodies
{
    public static JournalPageBody PageOf(JournalContent content, JournalPage page)
    {
        var entries = page.Of(content);
        return new JournalPageBody(
            entries.Count, content.DroppedCount, content.DroppedUntil, [.. entries.Select(Of)]);
    }

    public static VerdictBody VerdictOf(JournalVerdict verdict) => new(
        verdict.Outcome == VerdictOutcome.Holds,
        WordOf($"{verdict.Outcome}"),
        verdict.MatchesCount,
        verdict.Why,
        [.. verdict.Nearest.Select(n => new NearestBody(n.Differences, Of(n.Entry)))]);

    public static EntryBody Of(JournalEntry entry) => new(
        $"{entry.Id}",
        entry.At,
        entry.Duration.TotalMilliseconds,
        entry.Operation?.Word(),
        entry.UserId,
        new RequestBody(
            entry.Method,
            entry.Url,
            [.. entry.RequestHeaders.Select(Of)],
            Of(entry.RequestBody)),
        entry is { Status: JournalEntry.NoAnswer, ResponseBody: null }
            ? null
            : new ResponseBody(
                entry.Status, entry.ResultCode, [.. entry.ResponseHeaders.Select(Of)], Of(entry.ResponseBody)),
        entry.Basis,
        entry.Refusal is { } refusal ? WordOf($"{refusal}") : null,
        [.. entry.Wrong.Select(w => w.Why)],
        entry.Faults,
        entry.IsOfFault,
        entry.HeldFor?.TotalMilliseconds,
        entry.IsCutShort);

    private static HeaderBody Of(JournalHeader header) => new(header.Name, header.Value);

    private static BodyBody? Of(JournalBody? body) =>
        body is null ? null : new BodyBody(body.Text, body.BytesCount, body.IsCut);

    private static string WordOf(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
