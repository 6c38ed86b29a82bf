using CecSim.Scenarios;
using CecSim.Simulation;

namespace CecSim.Cli.Checking;

/// <summary>Complaints for people: place, mistake and remedy, told apart by colour on a terminal.</summary>
internal static class ComplaintText
{
    private const string Bold = "\e[1m";
    private const string Red = "\e[31m";
    private const string Yellow = "\e[33m";
    private const string Green = "\e[32m";
    private const string Plain = "\e[0m";

    /// <summary>A file or a pipe gets no colour, nor does who asked for none (no-color.org).</summary>
    public static bool IsColoured { get; } =
        !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Says all of them on standard error.</summary>
    public static void Tell(IEnumerable<Complaint> complaints)
    {
        foreach (var complaint in complaints)
        {
            (IsColoured ? Terminal.StyledError : Console.Error).WriteLine(Of(complaint, IsColoured));
        }
    }

    public static string Of(Complaint complaint, bool isColoured)
    {
        var colour = complaint.IsWarning ? $"{Yellow}warning: " : Red;
        return isColoured
            ? $"{Bold}{complaint.Place}: {Plain}{colour}{VisibleText.Line(complaint.Message)}{Plain}" +
                $"{Green}{complaint.Remedy}{Plain}"
            : complaint.ToString();
    }
}
