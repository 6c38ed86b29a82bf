namespace CecSim.Cli.Findings;

/// <summary>Findings as SARIF: a result for each, its rule described once.</summary>
/// <remarks>
/// A finding is about what a client sent and not about a line of a file; but GitHub refuses a result without one. Its
/// place is the space's journal, where its cases can be looked up, and they are told by logical places.
/// </remarks>
internal static class SarifReport
{
    public static string Write(IReadOnlyList<SpaceFindings> reports) => SarifLog.Of(
        reports.SelectMany(r => r.Findings).DistinctBy(f => f.Code).Select(RuleOf),
        reports.SelectMany(r => r.Findings.Select(f => ResultOf(r, f))));

    private static JsonObject RuleOf(Finding finding) => new()
    {
        ["id"] = finding.Code,
        ["shortDescription"] = SarifLog.TextOf(finding.Sentence),
        ["help"] = SarifLog.TextOf($"{finding.Mend} ({finding.Document}, {finding.Section})"),
        ["defaultConfiguration"] = new JsonObject { ["level"] = LevelOf(finding) },
    };

    private static JsonObject ResultOf(SpaceFindings report, Finding finding) => new()
    {
        ["ruleId"] = finding.Code,
        ["level"] = LevelOf(finding),
        ["message"] = SarifLog.TextOf($"{finding.Sentence} {finding.Mend}"),
        ["occurrenceCount"] = finding.Count,
        ["locations"] = SarifLog.ArrayOf(finding.Cases.DefaultIfEmpty().Select(c => PlaceOf(report, c))),
        ["partialFingerprints"] = SarifLog.Fingerprints("finding", SpaceReport.NameOf(report), finding.Code),
    };

    private static JsonObject PlaceOf(SpaceFindings report, FindingCase? found)
    {
        var place = SarifLog.Place($"cecsim/{report.Space ?? "no-space"}.journal", line: 1);
        place["message"] = SarifLog.TextOf(found?.Detail ?? "no detail");
        place["logicalLocations"] = new JsonArray(new JsonObject
        {
            ["kind"] = "resource",
            ["fullyQualifiedName"] = string.Join(
                '/', ((string?[])[SpaceReport.NameOf(report), found?.User, found?.Entry]).Where(p => p is not null)),
        });
        return place;
    }

    private static string LevelOf(Finding finding) => finding.Level switch
    {
        FindingLevel.Info => "note",
        FindingLevel.Warning => "warning",
        FindingLevel.Error or FindingLevel.Unknown => "error",
    };
}
