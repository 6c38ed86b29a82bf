using CecSim.Scenarios;

namespace CecSim.Cli.Checking;

/// <summary>Complaints for people: place, mistake and remedy, told apart by colour on a terminal.</summary>
internal static class ComplaintText
{
    private const string Bold = "\e[1m";
    private const string Red = "\e[31m";
    private const string Green = "\e[32m";
    private const string Plain = "\e[0m";

    /// <summary>A file or a pipe gets no colour, nor does who asked for none (no-color.org).</summary>
    public static bool IsColoured { get; } =
        !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public static string Of(Complaint complaint, bool isColoured)
    {
        if (!isColoured)
        {
            return complaint.ToString();
        }

        // The text is the record's own: only what stands where in it is coloured.
        var bare = complaint with { Allowed = null, DidYouMean = null };
        var withPlace = bare.ToString();
        var place = withPlace[..^bare.Message.Length];
        var remedy = complaint.ToString()[withPlace.Length..];
        return $"{Bold}{place}{Plain}{Red}{bare.Message}{Plain}{Green}{remedy}{Plain}";
    }
}
