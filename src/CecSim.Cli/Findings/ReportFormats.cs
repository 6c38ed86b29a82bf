namespace CecSim.Cli.Findings;

/// <summary>The ways to print a report, by name. Each gets the level that counts as a failure.</summary>
internal static class ReportFormats
{
    public const string Text = "text";

    public static IReadOnlyDictionary<string, Func<IReadOnlyList<SpaceFindings>, string, string>> All { get; } =
        new Dictionary<string, Func<IReadOnlyList<SpaceFindings>, string, string>>
        {
            [Text] = (reports, _) => TextReport.Write(reports),
            ["json"] = (reports, _) => JsonSerializer.Serialize(new AllReports(reports), ReportJson.Wire.AllReports),
            ["junit"] = JUnitReport.Write,
            ["sarif"] = (reports, _) => SarifReport.Write(reports),
        };
}
