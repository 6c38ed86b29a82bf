using CecSim.Simulation.Journal;

namespace CecSim.Server.Control.Journal;

/// <param name="Text">All of it for a reader in a hurry.</param>
/// <param name="Document">That the sections are of; null where the request belongs to no space.</param>
internal sealed record ExplanationBody(
    string Id,
    string Text,
    string? Document,
    string Decided,
    string? Basis,
    IReadOnlyList<ExplanationBody.WrongBody> Wrong,
    IReadOnlyList<string> Faults,
    EntryBody Entry)
{
    internal sealed record WrongBody(string Why, string Section, string? Rule);

    public static ExplanationBody Of(Explanation explanation, string? document) => new(
        $"{explanation.Entry.Id}",
        explanation.Text,
        document,
        explanation.Decided,
        explanation.Entry.Basis,
        [.. explanation.Rules.Select(r => new WrongBody(r.Why, r.Section, r.Rule))],
        explanation.Entry.Faults,
        JournalBodies.Of(explanation.Entry));
}
