namespace CecSim.Cli.Checking;

/// <summary>A workflow command of GitHub Actions, with the escapes of its toolkit.</summary>
internal static class GithubAnnotation
{
    public static string Of(Diagnostic diagnostic)
    {
        var place = diagnostic.Line == 0 ? "" : $",line={diagnostic.Line},col={diagnostic.Column}";
        var level = diagnostic.IsWarning ? "warning" : "error";
        return $"::{level} file={Property(diagnostic.File)}{place}::{Data(diagnostic.Message + diagnostic.Remedy)}";
    }

    // The percent sign first, or the escapes themselves would be escaped.
    private static string Data(string text) => VisibleText.Line(
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal));

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
