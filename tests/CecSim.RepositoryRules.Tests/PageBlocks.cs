namespace CecSim.RepositoryRules.Tests;

/// <summary>The fenced blocks of all pages, in their order.</summary>
internal static partial class PageBlocks
{
    // An empty block ends each page, so that no output is looked for on the next one.
    public static IReadOnlyList<(string Language, string Text)> All { get; } =
    [
        .. Pages.All(Repository.Own).SelectMany(page => Fence().Matches(Repository.Own.Text(page))
            .Select(m => (m.Groups["language"].Value, m.Groups["text"].Value))
            .Append(("", ""))),
    ];

    public static IEnumerable<string> In(string language) => All.Where(b => b.Language == language).Select(b => b.Text);

    /// <summary>What the page shows right after a block.</summary>
    public static string ShownAfter(string block)
    {
        var index = All.ToList().FindIndex(b => b.Text == block);
        return index + 1 < All.Count && All[index + 1].Language == "text" ? All[index + 1].Text : "";
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
