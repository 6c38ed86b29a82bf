using CecSim.Simulation.Journal;
using Microsoft.AspNetCore.WebUtilities;
using static CecSim.Server.Control.Journal.HarBody;

namespace CecSim.Server.Control.Journal;

/// <summary>The journal as an HTTP Archive, for a browser's network panel. Times are the space's.</summary>
internal static class HarWriter
{
    private const string Version = "1.2";
    private const int NotKnown = -1;
    private const string NoType = "application/octet-stream";
    private const string Cut = "cut by the journal";

    public static HarBody Write(IEnumerable<JournalEntry> entries) => new(new LogBody(
        Version,
        new CreatorBody("CecSim", ProductVersion.Text),
        [.. entries.Select(Of)]));

    private static HarEntryBody Of(JournalEntry entry)
    {
        var time = entry.Duration.TotalMilliseconds;
        return new HarEntryBody(
            entry.At,
            time,
            RequestOf(entry),
            ResponseOf(entry),
            new CacheBody(),
            new TimingsBody(Send: 0, Wait: time, Receive: 0),
            CommentOf(entry),
            $"{entry.Id}");
    }

    private static HarRequestBody RequestOf(JournalEntry entry) => new(
        entry.Method,
        entry.Url,
        entry.Protocol,
        [],
        [.. entry.RequestHeaders.Select(Of)],
        PairsOf(entry.Query),
        entry.RequestBody is { } body
            ? new PostDataBody(TypeIn(entry.RequestHeaders), body.Text, body.IsCut ? Cut : null)
            : null,
        NotKnown,
        entry.RequestBody?.BytesCount ?? 0);

    private static HarResponseBody ResponseOf(JournalEntry entry) => new(
        entry.Status,
        entry.Status == JournalEntry.NoAnswer ? "" : ReasonPhrases.GetReasonPhrase(entry.Status),
        entry.Protocol,
        [],
        [.. entry.ResponseHeaders.Select(Of)],
        new ContentBody(
            entry.ResponseBody?.BytesCount ?? 0,
            TypeIn(entry.ResponseHeaders),
            entry.ResponseBody?.Text,
            entry.ResponseBody is { IsCut: true } ? Cut : null),
        "",
        NotKnown,
        entry.ResponseBody?.BytesCount ?? (entry.Status == JournalEntry.NoAnswer ? NotKnown : 0));

    private static string? CommentOf(JournalEntry entry) => entry switch
    {
        { IsCutShort: true } => "the connection ended before the whole answer was out",
        { Wrong.Count: > 0 } => string.Join("; ", entry.Wrong.Select(w => w.Why)),
        _ => null,
    };

    private static string TypeIn(IEnumerable<JournalHeader> headers) =>
        headers.FirstOrDefault(h => h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value ?? NoType;

    private static PairBody Of(JournalHeader header) => new(header.Name, header.Value);

    private static List<PairBody> PairsOf(string query)
    {
        var pairs = new List<PairBody>();
        foreach (var pair in new QueryStringEnumerable(query))
        {
            pairs.Add(new PairBody(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        return pairs;
    }
}
