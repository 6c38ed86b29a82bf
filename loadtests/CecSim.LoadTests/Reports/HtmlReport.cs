namespace CecSim.LoadTests.Reports;

/// <summary>One file with everything in it, to be sent to a colleague.</summary>
internal static class HtmlReport
{
    public static string Of(LoadReport report, IReadOnlyList<ThresholdCheck> checks)
    {
        var data = JsonSerializer.Serialize(
            new { report, checks = checks.Select(c => new { c.Text, c.IsMet }) }, JsonSerializerOptions.Web);

        // The default encoder leaves no "<" in it, so that nothing ends the element that it stands in.
        return Asset("report.html")
            .Replace("/*UPLOT-CSS*/", Asset("uplot.css"), StringComparison.Ordinal)
            .Replace("/*REPORT-CSS*/", Asset("report.css"), StringComparison.Ordinal)
            .Replace("/*UPLOT-JS*/", Asset("uplot.js"), StringComparison.Ordinal)
            .Replace("/*REPORT-JS*/", Asset("report.js"), StringComparison.Ordinal)
            .Replace("TITLE", WebUtility.HtmlEncode($"{report.Profile} – CecSim under load"), StringComparison.Ordinal)
            .Replace("\"DATA\"", data, StringComparison.Ordinal);
    }

    private static string Asset(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream($"page/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
