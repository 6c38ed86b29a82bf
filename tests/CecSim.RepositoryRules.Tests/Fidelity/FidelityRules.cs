using System.Text.RegularExpressions;

namespace CecSim.RepositoryRules.Tests.Fidelity;

/// <summary>What makes a statement one that can be believed.</summary>
internal static partial class FidelityRules
{
    private const string VendorDocument = "src/CecSim.Server/OpenApi/vendor.json";
    private const string NotBuilt = "src/CecSim.Server/Problems/NotBuilt.cs";

    public static readonly string[] Kinds = ["route", "header", "field", "code", "text", "event", "limit", "rule"];

    public static IEnumerable<string> StrangeKinds(IReadOnlyList<Chapter> chapters) =>
        from statement in Statements(chapters)
        where !Kinds.Contains(statement.Kind)
        select $"'{statement.Text}' is of the kind '{statement.Kind}', which is none of {string.Join(", ", Kinds)}";

    public static IEnumerable<string> StrangeBases(IReadOnlyList<Chapter> chapters) =>
        from statement in Statements(chapters)
        where !Basis().IsMatch(statement.Basis)
        select $"'{statement.Text}' rests on '{statement.Basis}', which is no basis";

    public static IEnumerable<string> SaidTwice(IReadOnlyList<Chapter> chapters) =>
        from chapter in chapters
        from same in chapter.Statements.GroupBy(s => s.Text).Where(g => g.Count() > 1)
        select $"'{same.Key}' stands twice in '{chapter.Title}'";

    public static IEnumerable<string> TestsThatDoNotExist(IReadOnlyList<Chapter> chapters, TestMethods tests) =>
        from statement in Statements(chapters)
        from name in statement.Tests
        let count = tests.FilesOf(name).Count
        where count != 1
        select count == 0
            ? $"'{statement.Text}' names the test {name}, which does not exist"
            : $"'{statement.Text}' names the test {name}, of which there are {count}: put the project before it";

    /// <summary>A route that a server has must be spoken of: no interface comes without statements.</summary>
    public static IEnumerable<string> UnmentionedRoutes(IReadOnlyList<Chapter> chapters, Repository repository)
    {
        var routes = Statements(chapters).Where(s => s is { Kind: "route", IsBuilt: true }).ToList();
        return
            from path in ServedPath().Matches(repository.Text(VendorDocument)).Select(m => m.Groups[1].Value)
            where !routes.Any(r => r.Text.Contains(path, StringComparison.Ordinal))
            select $"{path} is served, and no statement says so";
    }

    /// <summary>A route that answers 501 must be told as not built.</summary>
    public static IEnumerable<string> HiddenGaps(IReadOnlyList<Chapter> chapters, Repository repository)
    {
        var gaps = Statements(chapters).Where(s => s is { Kind: "route", IsBuilt: false }).ToList();
        return
            from path in NotBuiltPath().Matches(repository.Text(NotBuilt)).Select(m => m.Groups[1].Value)
            where !gaps.Any(g => g.Text.Contains(path, StringComparison.Ordinal))
            select $"{path} is not built, and no statement says so";
    }

    private static IEnumerable<Statement> Statements(IReadOnlyList<Chapter> chapters) =>
        chapters.SelectMany(c => c.Statements);

    [GeneratedRegex(
        @"^(documented; (Voice and Video Access|CEC 2\.5\.0 Voice and Video Access|CEC 3\.6\.0 VOIP Access|" +
        @"CEC 2\.5\.0 Agent Connection Bar), section [1-9](\.[0-9])*|" +
        @"found; (CEC API reference|CEC developer guides|Huawei web demo|public client code)|inferred)$")]
    private static partial Regex Basis();

    [GeneratedRegex(@"^    ""(/[^""]+)"": \{", RegexOptions.Multiline)]
    private static partial Regex ServedPath();

    [GeneratedRegex(@"^\s+""(/[^""{]+)", RegexOptions.Multiline)]
    private static partial Regex NotBuiltPath();
}
