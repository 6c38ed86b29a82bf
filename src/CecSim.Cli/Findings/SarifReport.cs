using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CecSim.Cli.Findings;

/// <summary>SARIF 2.1.0: a result for each finding, its rule described once, its cases by logical place.</summary>
internal static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(IReadOnlyList<SpaceReport> reports) => new JsonObject
    {
        ["$schema"] = Schema,
        ["version"] = "2.1.0",
        ["runs"] = new JsonArray(new JsonObject
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = "CecSim",
                    ["rules"] = ArrayOf(reports.SelectMany(r => r.Findings).DistinctBy(f => f.Code).Select(RuleOf)),
                },
            },
            ["results"] = ArrayOf(reports.SelectMany(r => r.Findings.Select(f => ResultOf(r, f)))),
        }),
    }.ToJsonString(Indented);

    private static JsonObject RuleOf(ReportedFinding finding) => new()
    {
        ["id"] = finding.Code,
        ["shortDescription"] = TextOf(finding.Sentence),
        ["help"] = TextOf($"{finding.Mend} ({finding.Document}, {finding.Section})"),
        ["defaultConfiguration"] = new JsonObject { ["level"] = LevelOf(finding) },
    };

    private static JsonObject ResultOf(SpaceReport report, ReportedFinding finding) => new()
    {
        ["ruleId"] = finding.Code,
        ["level"] = LevelOf(finding),
        ["message"] = TextOf($"{finding.Sentence} {finding.Mend}"),
        ["occurrenceCount"] = finding.Count,
        ["locations"] = ArrayOf(finding.Cases.DefaultIfEmpty().Select(c => PlaceOf(report, c))),
    };

    private static JsonObject PlaceOf(SpaceReport report, ReportedCase? found) => new()
    {
        ["message"] = TextOf(found?.Detail ?? "no detail"),
        ["logicalLocations"] = new JsonArray(new JsonObject
        {
            ["kind"] = "resource",
            ["fullyQualifiedName"] = string.Join(
                '/', ((string?[])[report.Name, found?.User, found?.Entry]).Where(p => p is not null)),
        }),
    };

    private static string LevelOf(ReportedFinding finding) => finding.Level == "info" ? "note" : finding.Level;

    private static JsonObject TextOf(string text) => new() { ["text"] = text };

    private static JsonArray ArrayOf(IEnumerable<JsonObject> nodes) => new([.. nodes]);
}
