using CecSim.Simulation.Journal;

using Contracts = CecSim.Control.Contracts;

namespace CecSim.Server.Control.Journal;

/// <summary>From the journal's own records to what goes over the wire.</summary>
internal static class JournalMapping
{
    public static Contracts.JournalPage PageOf(JournalContent content, JournalPage page)
    {
        var entries = page.Of(content);
        return new Contracts.JournalPage(
            entries.Count, content.DroppedCount, content.DroppedUntil, [.. entries.Select(Of)]);
    }

    public static Contracts.JournalVerdict VerdictOf(JournalVerdict verdict) => new(
        verdict.Outcome == VerdictOutcome.Holds,
        ToContract(verdict.Outcome),
        verdict.MatchesCount,
        verdict.Why,
        [.. verdict.Nearest.Select(n => new Contracts.NearJournalEntry(n.Differences, Of(n.Entry)))]);

    public static Contracts.JournalEntry Of(JournalEntry entry) => new(
        $"{entry.Id}",
        entry.At,
        entry.Duration.TotalMilliseconds,
        entry.Operation?.Word(),
        entry.UserId,
        new Contracts.JournalRequest(
            entry.Method,
            entry.Url,
            [.. entry.RequestHeaders.Select(Of)],
            Of(entry.RequestBody)),
        entry is { Status: JournalEntry.NoAnswer, ResponseBody: null }
            ? null
            : new Contracts.JournalResponse(
                entry.Status, entry.ResultCode, [.. entry.ResponseHeaders.Select(Of)], Of(entry.ResponseBody)),
        entry.Basis,
        entry.Refusal is { } refusal ? WordOf($"{refusal}") : null,
        [.. entry.Wrong.Select(w => w.Why)],
        entry.Faults,
        entry.IsOfFault,
        entry.HeldFor?.TotalMilliseconds,
        entry.IsCutShort);

    private static Contracts.JournalHeader Of(JournalHeader header) => new(header.Name, header.Value);

    private static Contracts.JournalBody? Of(JournalBody? body) =>
        body is null ? null : new Contracts.JournalBody(body.Text, body.BytesCount, body.IsCut);

    private static string WordOf(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    public static Contracts.Explanation ToContract(Explanation explanation, string? document) => new(
        $"{explanation.Entry.Id}",
        explanation.Text,
        document,
        explanation.Decided,
        explanation.Entry.Basis,
        explanation.Chapter,
        [.. explanation.Rules.Select(r => new Contracts.BrokenRule(r.Why, r.Section, r.Rule, r.Claim))],
        explanation.Entry.Faults,
        Of(explanation.Entry));

    private static Contracts.VerdictOutcome ToContract(VerdictOutcome outcome) => outcome switch
    {
        VerdictOutcome.Holds => Contracts.VerdictOutcome.Holds,
        VerdictOutcome.DoesNotHold => Contracts.VerdictOutcome.DoesNotHold,
        VerdictOutcome.CannotBeKnown => Contracts.VerdictOutcome.CannotBeKnown,
    };
}
