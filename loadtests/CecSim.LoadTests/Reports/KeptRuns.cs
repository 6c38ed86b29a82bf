using System.Text;

namespace CecSim.LoadTests.Reports;

/// <summary>
/// The runs of a commit that are kept: a page in Markdown with a small table for each run. Samples and percentiles
/// stay in the run's own files.
/// </summary>
internal static class KeptRuns
{
    private const string Heading = "## ";

    /// <summary>Adds a run to the page of its commit, in the place of an earlier one of the same arguments.</summary>
    /// <returns>The page.</returns>
    /// <exception cref="InvalidDataException">The run is of no commit.</exception>
    public static string Add(string folder, LoadReport report)
    {
        if (report.Commit is not { } commit || commit.EndsWith("+changes", StringComparison.Ordinal))
        {
            throw new InvalidDataException(
                $"The run of {report.Profile} is of no commit that others can look at: commit, and run it again.");
        }

        var page = Path.Combine(folder, $"{commit}.md");
        var sections = SectionsOf(page);
        sections[NameOf(report)] = SectionOf(report);
        File.WriteAllText(page, $"# {commit}\n{string.Concat(sections.Values.Select(s => $"\n{s.Trim('\n')}\n"))}");
        return page;
    }

    private static SortedDictionary<string, string> SectionsOf(string page)
    {
        var sections = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var section in File.Exists(page) ? File.ReadAllText(page).Split("\n" + Heading)[1..] : [])
        {
            sections[section[..section.IndexOf('\n', StringComparison.Ordinal)]] = Heading + section;
        }

        return sections;
    }

    // What is asked of a profile makes it another run.
    private static string NameOf(LoadReport report) => report.Command.Split(" -- ", 2)[^1];

    private static string SectionOf(LoadReport report)
    {
        var figures = new FigureTable(report);
        var machine = report.Machine;
        var text = new StringBuilder($"{Heading}{NameOf(report)}\n\n");
        text.Append(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.StartedAt:yyyy-MM-dd}, {machine.System}, {machine.Runtime}, {machine.Cores} cores, " +
            $"{machine.MemoryGigabytes} GB. Medians of {report.Runs.Select(r => r.Run).Distinct().Count()}.\n\n"));
        Row(text, ["", .. figures.Servers, .. figures.Others.Select(o => $"× {o}")]);
        Row(text, [.. Enumerable.Repeat("---", 1 + figures.Servers.Count + figures.Others.Count)]);
        foreach (var row in figures.Rows)
        {
            Row(text, row);
        }

        text.Append('\n');
        foreach (var line in figures.Outcomes.Concat(report.Problems))
        {
            text.Append("- ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
