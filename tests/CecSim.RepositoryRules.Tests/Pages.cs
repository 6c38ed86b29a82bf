namespace CecSim.RepositoryRules.Tests;

/// <summary>What people read: whole, short at the front door, and without a link that leads nowhere.</summary>
internal static partial class Pages
{
    private const string Front = "README.md";
    private const string FrontInChinese = "README.zh.md";
    private const int FrontLinesMax = 300;
    private const string Stories = "scenarios/README.md";
    private const string Decisions = "docs/decisions";
    private const int DecisionLinesMax = 40;

    private static readonly string[] DecisionParts =
        ["## Context", "## Decision", "## Not done", "## Consequences"];

    public static IEnumerable<string> All(Repository repository) =>
        repository.Files("docs", ".md")
            .Append(Stories)
            .Where(repository.Has)
            .Concat(repository.TopLevel().Where(f => f.EndsWith(".md", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);

    public static IEnumerable<string> UnnamedScenarios(Repository repository) =>
        from file in repository.Files("scenarios", ".yaml", ".yml").Select(f => Path.GetFileName(f))
        where !Names(repository, Stories, file)
        select $"{Stories} does not name the scenario {file}";

    public static IEnumerable<string> UnlistedDecisions(Repository repository) =>
        from page in DecisionPages(repository)
        where !Names(repository, $"{Decisions}/README.md", $"]({Path.GetFileName(page)})")
        select $"{Decisions}/README.md does not lead to {page}";

    /// <summary>Decisions that are no page, lack a part of one, or share their number.</summary>
    public static IEnumerable<string> MisshapenDecisions(Repository repository)
    {
        var numbers = DecisionPages(repository).GroupBy(p => Path.GetFileName(p).Split('-')[0]);
        var shared = numbers.Where(n => n.Count() > 1).Select(n => $"{string.Join(", ", n)} have the number {n.Key}");
        var misshapen =
            from page in DecisionPages(repository)
            let lines = repository.Lines(page)
            where lines.Length > DecisionLinesMax || DecisionParts.Except(lines).Any()
            select $"{page} has {lines.Length} lines, and not {string.Join(", ", DecisionParts.Except(lines))}";
        return shared.Concat(misshapen);
    }

    public static IEnumerable<string> TooLongAtTheFront(Repository repository)
    {
        var lines = repository.Lines(Front).Length;
        return lines > FrontLinesMax ? [$"{Front} has {lines} lines, more than {FrontLinesMax}"] : [];
    }

    /// <summary>Pages to which the README leads in one language and not in the other.</summary>
    public static IEnumerable<string> MissingInALanguage(Repository repository)
    {
        var (english, chinese) = (PagesFrom(repository, Front), PagesFrom(repository, FrontInChinese));
        return english.Except(chinese).Select(link => $"{FrontInChinese} has no link to {link}")
            .Concat(chinese.Except(english).Select(link => $"{Front} has no link to {link}"));
    }

    /// <summary>Links to a file that is not in the repository, or to a heading that its page has not.</summary>
    public static IEnumerable<string> BrokenLinks(Repository repository) =>
        from page in All(repository)
        from link in LinksOf(repository, page)
        let parts = link.Split('#')
        let target = parts[0].Length == 0 ? page : Resolve(page, parts[0])
        where !Path.Exists(Path.Combine(repository.Root, target))
            || (parts.Length > 1 && !Anchors(repository, target).Contains(parts[1]))
        select $"{page} links to {link}, which is not there";

    private static IEnumerable<string> DecisionPages(Repository repository) =>
        repository.Files(Decisions, ".md").Where(p => !p.EndsWith("README.md", StringComparison.Ordinal));

    private static bool Names(Repository repository, string file, string what) =>
        repository.Has(file) && repository.Text(file).Contains(what, StringComparison.Ordinal);

    // Headings differ, and each links to the other.
    private static IEnumerable<string> PagesFrom(Repository repository, string page) =>
        LinksOf(repository, page).Select(l => l.Split('#')[0]).Where(l => l is not (Front or FrontInChinese));

    private static IEnumerable<string> LinksOf(Repository repository, string page) => !repository.Has(page)
        ? []
        : Link().Matches(Prose(repository, page)).Select(m => m.Groups[1].Value)
            .Where(link => !link.Contains("://", StringComparison.Ordinal));

    private static string Resolve(string page, string link)
    {
        var folders = page.Split('/').SkipLast(1).ToList();
        foreach (var part in link.Split('/'))
        {
            if (part == ".." && folders.Count > 0)
            {
                folders.RemoveAt(folders.Count - 1);
            }
            else if (part is not (".." or "." or ""))
            {
                folders.Add(part);
            }
        }

        return string.Join('/', folders);
    }

    // As GitHub makes them: lower case, without punctuation, a hyphen for each space.
    private static HashSet<string> Anchors(Repository repository, string page) =>
    [
        .. Heading().Matches(Prose(repository, page))
            .Select(m => NoLetter().Replace(m.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-')),
    ];

    /// <summary>A page without its blocks.</summary>
    public static string Prose(Repository repository, string page) => Fence().Replace(repository.Text(page), "");

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#{1,4} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("[^\\w -]")]
    private static partial Regex NoLetter();

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
