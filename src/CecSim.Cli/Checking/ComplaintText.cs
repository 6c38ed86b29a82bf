namespace CecSim.Cli.Checking;

/// <summary>Complaints for people: place, mistake and remedy, told apart by colour on a terminal.</summary>
internal static class ComplaintText
{
    private const string Bold = "\e[1m";
    private const string Red = "\e[31m";
    private const string Yellow = "\e[33m";
    private const string Green = "\e[32m";
    private const string Plain = "\e[0m";

    /// <summary>Says all of them on standard error.</summary>
    public static void Tell(Terminal terminal, IEnumerable<Diagnostic> complaints)
    {
        var error = terminal.ColoursErrors ? terminal.StyledError : terminal.Error;
        foreach (var diagnostic in complaints)
        {
            error.WriteLine(Of(diagnostic, terminal.ColoursErrors));
        }
    }

    public static string Of(Diagnostic diagnostic, bool isColoured)
    {
        var colour = diagnostic.IsWarning ? $"{Yellow}warning: " : Red;
        return isColoured
            ? $"{Bold}{diagnostic.Place}: {Plain}{colour}{VisibleText.Line(diagnostic.Message)}{Plain}" +
                $"{Green}{diagnostic.Remedy}{Plain}"
            : diagnostic.ToString();
    }
}
