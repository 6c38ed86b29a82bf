using System.Text.Encodings.Web;
using System.Text.Json;
using CecSim.LoadTests.Thresholds;

namespace CecSim.LoadTests.Reports;

/// <summary>What a run leaves on disk.</summary>
internal static class ReportFiles
{
    public const string JsonName = "result.json";
    public const string HtmlName = "report.html";

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static async Task WriteAsync(
        string folder, LoadReport report, IReadOnlyList<ThresholdCheck> checks, CancellationToken ends)
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder, JsonName), JsonSerializer.Serialize(report, Readable) + "\n", ends);
        await File.WriteAllTextAsync(Path.Combine(folder, HtmlName), HtmlReport.Of(report, checks), ends);
    }
}
