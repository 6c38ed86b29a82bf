using CecSim.Simulation.Journal;

namespace CecSim.Server.Control.Journal;

/// <param name="Document">That the sections are of; null where the request belongs to no space.</param>
/// <param name="Text">All of it for a reader in a hurry.</param>
internal sealed record ExplanationBody(
    string Id,
    string? Document,
    string Decided,
    string? Basis,
    IReadOnlyList<ExplanationBody.WrongBody> Wrong,
    IReadOnlyList<string> Faults,
    string Text,
    EntryBody Entry)
{
    internal sealed record WrongBody(string Why, string Section, string? Rule);

    public static ExplanationBody Of(Explanation explanation, string? document) => new(
        $"{explanation.Entry.Id}",
        document,
        explanation.Decided,
        explanation.Entry.Basis,
        [.. explanation.Rules.Select(r => new WrongBody(r.Why, r.Section, r.Rule))],
        explanation.Entry.Faults,
        explanation.Text,
        JournalBodies.Of(explanation.Entry));
}
