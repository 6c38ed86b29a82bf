namespace CecSim.Cli.Control;

/// <summary>A file of this machine whose text a server gets.</summary>
internal static class HandedFile
{
    /// <param name="file"><c>-</c> for standard input.</param>
    /// <returns>The text, or why it cannot be read.</returns>
    public static async Task<(string? Text, string? Complaint)> ReadAsync(string file, ControlRun run)
    {
        try
        {
            return (
                file == "-"
                    ? await run.Terminal.Input.ReadToEndAsync(run.Ends)
                    : await File.ReadAllTextAsync(file, run.Ends),
                null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, e.Message);
        }
    }
}
