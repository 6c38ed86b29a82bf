using CecSim.Simulation.Findings;
using CecSim.Simulation.Spaces;

namespace CecSim.Server.Control.Findings;

internal sealed record AllFindingsBody(IReadOnlyList<FindingsBody> Spaces);

/// <param name="Space">Null for requests that belong to none.</param>
/// <param name="Watched">The codes of all rules, those that nobody broke too.</param>
internal sealed record FindingsBody(
    string? Space, IReadOnlyList<string> Watched, IReadOnlyList<FindingsBody.FindingBody> Findings)
{
    internal sealed record FindingBody(
        string Code,
        [property: WordsOf<FindingLevel>] string Level,
        string Document,
        string Section,
        string Sentence,
        string Mend,
        long Count,
        IReadOnlyList<CaseBody> Cases);

    /// <param name="Entry">The id to explain.</param>
    internal sealed record CaseBody(DateTimeOffset At, string? Entry, string? User, string? Detail);

    public static FindingsBody Of(Space? space, IEnumerable<Finding> findings)
    {
        var profile = space?.Settings.Profile ?? Profile.Default;
        return new FindingsBody(
            space?.Settings.Name,
            [.. FindingRule.All.Select(r => r.Code)],
            [.. findings.Select(f => Of(f, profile))]);
    }

    private static FindingBody Of(Finding finding, Profile profile) => new(
        finding.Rule.Code,
        Words.Of(finding.Rule.Level),
        finding.Rule.Document ?? profile.Document,
        finding.Rule.Section,
        finding.Rule.Sentence,
        finding.Rule.Mend,
        finding.Count,
        [.. finding.Cases.Select(c => new CaseBody(c.At, c.Entry, c.User, c.Detail))]);
}
