using CecSim.Control.Contracts;
using CecSim.Simulation.Findings;

using Domain = CecSim.Simulation.Findings;
using FindingLevel = CecSim.Control.Contracts.FindingLevel;

namespace CecSim.Server.Control.Findings;

/// <summary>Findings, as the control API tells them.</summary>
internal static class FindingMapping
{
    public static SpaceFindings ToContract(this IEnumerable<Domain.Finding> findings, Space? space)
    {
        var profile = space?.Settings.Profile ?? Profile.Default;
        return new SpaceFindings(
            space?.Settings.Name,
            [.. FindingRule.All.Select(r => r.Code)],
            [.. findings.Select(f => f.ToContract(profile))]);
    }

    public static FindingLevel ToContract(this Domain.FindingLevel level) => level switch
    {
        Domain.FindingLevel.Info => FindingLevel.Info,
        Domain.FindingLevel.Warning => FindingLevel.Warning,
        Domain.FindingLevel.Error => FindingLevel.Error,
    };

    private static CecSim.Control.Contracts.Finding ToContract(this Domain.Finding finding, Profile profile) => new(
        finding.Rule.Code,
        finding.Rule.Level.ToContract(),
        finding.Rule.Document ?? profile.Document,
        finding.Rule.Section,
        finding.Rule.For(profile).Claim,
        finding.Rule.For(profile).Sentence,
        finding.Rule.For(profile).Remediation,
        finding.Count,
        [
            .. finding.Cases.Select(
                c => new CecSim.Control.Contracts.FindingCase(c.At, c.Entry, c.User, c.Detail)),
        ]);
}
