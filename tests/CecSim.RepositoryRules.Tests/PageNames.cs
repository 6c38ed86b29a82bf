namespace CecSim.RepositoryRules.Tests;

/// <summary>Sources and tests that pages name are there: who follows a page must find them.</summary>
internal static partial class PageNames
{
    public static IEnumerable<string> OfNoFile(Repository repository)
    {
        var files = repository.Files("", ".cs").Select(f => $"/{f}").ToList();
        return
            from page in Pages.All(repository)
            from name in CodeOf(repository, page)
            where SourceFile().IsMatch(name)
            where !files.Exists(f => Ends(f, $"/{name}") || Ends(f, $"/CecSim.{name}"))
            select $"{page} names {name}, which is no file";
    }

    public static IEnumerable<string> OfNoTest(Repository repository)
    {
        var sources = repository.Files("tests", ".cs").Select(repository.Text);
        var tests = sources.Where(t => TestClass().IsMatch(t)).ToList();
        return
            from page in Pages.All(repository)
            from name in CodeOf(repository, page)
            let parts = Test().Match(name)
            where parts.Success
            where !tests.Exists(t => Regex.IsMatch(t, $@"class {parts.Groups["class"].Value}\b")
                && Regex.IsMatch(t, $@"\b{parts.Groups["member"].Value}\b"))
            select $"{page} names {name}, which is no test";
    }

    private static bool Ends(string file, string end) => file.EndsWith(end, StringComparison.Ordinal);

    private static IEnumerable<string> CodeOf(Repository repository, string page) => !repository.Has(page)
        ? []
        : Code().Matches(Pages.Prose(repository, page)).Select(m => m.Groups[1].Value);

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[\w./]+\.cs$")]
    private static partial Regex SourceFile();

    [GeneratedRegex(@"\bclass \w+Tests\b")]
    private static partial Regex TestClass();

    [GeneratedRegex(@"^(\w+/)*(?<class>\w+Tests)(\.(?<member>[A-Z]\w+))?$")]
    private static partial Regex Test();
}
