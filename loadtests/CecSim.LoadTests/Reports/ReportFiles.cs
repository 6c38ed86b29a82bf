using System.Text.Encodings.Web;

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

    /// <summary>Makes the folder, and sees before all work whether anything can be left there.</summary>
    /// <exception cref="InvalidDataException">Nothing can.</exception>
    public static void Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"--out: nothing can be written to {folder}: {e.Message}", e);
        }
    }

    /// <exception cref="InvalidDataException">It is none.</exception>
    public static LoadReport Read(string file)
    {
        try
        {
            using var text = File.OpenRead(file);
            return JsonSerializer.Deserialize<LoadReport>(text, Readable)
                ?? throw new InvalidDataException($"{file}: is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file}: is no {JsonName} of a run: {e.Message}", e);
        }
    }

    public static async Task WriteAsync(
        string folder, LoadReport report, IReadOnlyList<ThresholdCheck> checks, CancellationToken ends)
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder, JsonName), JsonSerializer.Serialize(report, Readable) + "\n", ends);
        await File.WriteAllTextAsync(Path.Combine(folder, HtmlName), HtmlReport.Of(report, checks), ends);
    }
}
