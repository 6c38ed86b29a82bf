using CecSim.Cli.Findings;

namespace CecSim.Cli.Checking;

/// <summary>Complaints as SARIF, each at its place in its file.</summary>
internal static class ComplaintSarif
{
    private const string Rule = "scenario";

    public static string Of(IReadOnlyList<Diagnostic> complaints) =>
        SarifLog.Of(complaints.Count == 0 ? [] : [RuleOf()], complaints.Select(ResultOf));

    private static JsonObject RuleOf() => new()
    {
        ["id"] = Rule,
        ["shortDescription"] = SarifLog.TextOf("A scenario or contract file is as its schema says."),
        ["help"] = SarifLog.TextOf("cecsim schema writes the schema, by which editors complete and check."),
    };

    private static JsonObject ResultOf(Diagnostic diagnostic) => new()
    {
        ["ruleId"] = Rule,
        ["level"] = diagnostic.IsWarning ? "warning" : "error",
        ["message"] = SarifLog.TextOf(diagnostic.Message + diagnostic.Remedy),
        ["locations"] = new JsonArray(
            SarifLog.Place(diagnostic.File, Math.Max(1, diagnostic.Line), Math.Max(1, diagnostic.Column))),
        ["partialFingerprints"] = SarifLog.Fingerprints(Rule, diagnostic.File, diagnostic.Message),
    };
}
