using System.Globalization;
using CecSim.Simulation.Journal;

using ProblemCode = CecSim.Control.Contracts.ProblemCode;

namespace CecSim.Server.Control.Journal;

/// <summary>The query of a search: which entries, after which one, how many.</summary>
/// <param name="Limit">Null for all. With <paramref name="After"/> the first so many, else the latest.</param>
internal sealed record JournalPage(JournalQuery Query, JournalId? After, int? Limit)
{
    internal static readonly string[] Known =
    [
        "operation", "method", "path", "user", "status", "resultCode", "since", "until", "text", "limit", "after",
    ];

    public IReadOnlyList<JournalEntry> Of(JournalContent content)
    {
        var found = content.Entries
            .Where(e => (After is not { } after || e.Id.Number > after.Number) && Query.Matches(e));
        return
        [
            .. Limit is not { } limit ? found
                : After is null ? found.TakeLast(limit)
                : found.Take(limit),
        ];
    }

    /// <summary>Reads a query string; every parameter that is wrong is named.</summary>
    public static (JournalPage? Page, ProblemHttpResult? Problem) Read(IQueryCollection query)
    {
        var problems = new List<string>();
        problems.AddRange(query.Keys.Where(k => !Known.Contains(k))
            .Select(k => $"'{k}' is unknown; there are {string.Join(", ", Known)}"));
        var criteria = new JournalQuery
        {
            Operation = Value<CecOperation>("operation", ReadOperation, "an operation, as getClickToCallEvents"),
            Method = Text("method"),
            Path = Text("path"),
            User = Text("user"),
            Status = Value<int>("status", int.TryParse, "a number"),
            ResultCode = Text("resultCode"),
            Since = Value<DateTimeOffset>("since", ReadMoment, "a moment, as 2026-01-05T09:00:00Z"),
            Until = Value<DateTimeOffset>("until", ReadMoment, "a moment, as 2026-01-05T09:00:00Z"),
            Text = Text("text"),
        };
        var after = Value<JournalId>("after", ReadId, "the id of an entry");
        var limit = Value<int>("limit", (string t, out int n) => int.TryParse(t, out n) && n >= 0, "0 or more");
        return problems.Count == 0
            ? (new JournalPage(criteria, after, limit), null)
            : (null, ProblemCode.BadRequest.ToProblem($"{string.Join("; ", problems)}."));

        string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

        T? Value<T>(string name, TryRead<T> read, string what)
            where T : struct
        {
            if (Text(name) is not { } text)
            {
                return null;
            }

            if (read(text, out var value))
            {
                return value;
            }

            problems.Add($"{name} must be {what}");
            return null;
        }
    }

    internal static bool ReadOperation(string text, out CecOperation operation)
    {
        operation = VendorOperations.Named(text)?.Id ?? CecOperation.Unknown;
        return operation != CecOperation.Unknown;
    }

    private static bool ReadMoment(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);

    private static bool ReadId(string text, out JournalId id)
    {
        var parsed = JournalId.Parse(text);
        id = parsed ?? default;
        return parsed is not null;
    }

    private delegate bool TryRead<T>(string text, out T value);
}
