using System.Text.RegularExpressions;

namespace CecSim.Fidelity;

/// <summary>What makes a claim one that can be believed.</summary>
internal static partial class FidelityRules
{
    private const string VendorDocument = "src/CecSim.Server/OpenApi/vendor.json";
    private const string NotBuilt = "src/CecSim.Server/Problems/NotImplementedRoutes.cs";

    public static readonly string[] Kinds = ["route", "header", "field", "code", "text", "event", "limit", "rule"];

    public static IEnumerable<string> StrangeKinds(IReadOnlyList<Chapter> chapters) =>
        from claim in Claims(chapters)
        where !Kinds.Contains(claim.Kind)
        select $"'{claim.Text}' is of the kind '{claim.Kind}', which is none of {string.Join(", ", Kinds)}";

    public static IEnumerable<string> StrangeBases(IReadOnlyList<Chapter> chapters) =>
        from claim in Claims(chapters)
        where !Basis().IsMatch(claim.Basis)
        select $"'{claim.Text}' rests on '{claim.Basis}', which is no basis";

    public static IEnumerable<string> SaidTwice(IReadOnlyList<Chapter> chapters) =>
        from chapter in chapters
        from same in chapter.Claims.GroupBy(s => s.Text).Where(g => g.Count() > 1)
        select $"'{same.Key}' stands twice in '{chapter.Title}'";

    public static IEnumerable<string> StrangeIds(IReadOnlyList<Chapter> chapters)
    {
        var twice = Claims(chapters).GroupBy(c => c.Id).Where(g => g.Count() > 1).Select(g => $"{g.Key} stands twice");
        return twice.Concat(
            from chapter in chapters
            from claim in chapter.Claims
            where !Id().IsMatch(claim.Id) || !claim.Id.StartsWith(chapter.Section + "/", StringComparison.Ordinal)
            select $"'{claim.Id}' is no id of chapter {chapter.Section}: {chapter.Section}/some-words");
    }

    /// <summary>A test can only show what is claimed.</summary>
    public static IEnumerable<string> ShownAndNotClaimed(
        IReadOnlyList<Chapter> chapters,
        IReadOnlyList<ShowingTest> tests)
    {
        var ids = Claims(chapters).Select(c => c.Id).ToHashSet();
        return
            from test in tests
            from claim in test.Claims
            where !ids.Contains(claim)
            select $"{test.Name} shows {claim}, which nobody claims";
    }

    /// <summary>A falsification that finds its place in the product no more would falsify nothing.</summary>
    public static IEnumerable<string> FalsificationsWithoutPlace(
        IReadOnlyList<Chapter> chapters,
        Repository repository) =>
        from claim in Claims(chapters)
        let change = claim.Falsification
        where change is not null
        let count = repository.Has(change.File) ? repository.Text(change.File).Split(change.From).Length - 1 : 0
        where count != 1 || change.From == change.To
        select $"{claim.Id}: '{change.From}' stands {count} times in {change.File}, and must stand there once";

    /// <summary>A route that a server has must be spoken of: no interface comes without claims.</summary>
    public static IEnumerable<string> UnmentionedRoutes(IReadOnlyList<Chapter> chapters, Repository repository)
    {
        var routes = Claims(chapters).Where(s => s is { Kind: "route", IsBuilt: true }).ToList();
        return
            from path in ServedPath().Matches(repository.Text(VendorDocument)).Select(m => m.Groups[1].Value)
            where !routes.Any(r => r.Text.Contains(path, StringComparison.Ordinal))
            select $"{path} is served, and no claim says so";
    }

    /// <summary>A route that answers 501 must be told as not built.</summary>
    public static IEnumerable<string> HiddenGaps(IReadOnlyList<Chapter> chapters, Repository repository)
    {
        var gaps = Claims(chapters).Where(s => s is { Kind: "route", IsBuilt: false }).ToList();
        return
            from path in NotBuiltPath().Matches(repository.Text(NotBuilt)).Select(m => m.Groups[1].Value)
            where !gaps.Any(g => g.Text.Contains(path, StringComparison.Ordinal))
            select $"{path} is not built, and no claim says so";
    }

    private static IEnumerable<Claim> Claims(IReadOnlyList<Chapter> chapters) =>
        chapters.SelectMany(c => c.Claims);

    [GeneratedRegex(
        @"^(documented; (Voice and Video Access|CEC 2\.5\.0 Voice and Video Access|CEC 3\.6\.0 VOIP Access|" +
        @"CEC 2\.5\.0 Agent Connection Bar), section [1-9](\.[0-9])*|" +
        @"found; (CEC API reference|CEC developer guides|Huawei web demo|public client code)|inferred)$")]
    private static partial Regex Basis();

    [GeneratedRegex(@"^[1-9][0-9]?(\.[0-9])?/[a-z0-9][a-z0-9.-]*$")]
    private static partial Regex Id();

    [GeneratedRegex(@"^    ""(/[^""]+)"": \{", RegexOptions.Multiline)]
    private static partial Regex ServedPath();

    [GeneratedRegex(@"^\s+""(/[^""{]+)", RegexOptions.Multiline)]
    private static partial Regex NotBuiltPath();
}
