namespace CecSim.RepositoryRules.Tests;

/// <summary>Where things lie: a folder is a capability, and the top level is a table of contents.</summary>
internal static class Layout
{
    private static readonly string[] TopLevel =
    [
        ".ci", ".config", ".dockerignore", ".editorconfig", ".github", ".gitignore", "BannedSymbols.txt",
        "CHANGELOG.md", "CONTRIBUTING.md", "CecSim.slnx", "Directory.Build.props", "Directory.Packages.props",
        "Dockerfile", "FIDELITY.md", "LICENSE", "README.md", "README.zh.md", "SECURITY.md", "docs", "examples",
        "global.json", "loadtests", "pacts", "scenarios", "src", "test.sh", "tests",
    ];

    /// <summary>Examples are for places where nothing of this checkout is.</summary>
    public static bool IsExample(string file) => file.StartsWith("examples/", StringComparison.Ordinal);

    private static readonly HashSet<string> Kinds = new(
        ["Models", "Services", "Helpers", "Utils", "Managers", "Common"],
        StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> StrangersAtTheTop(Repository repository) =>
        repository.TopLevel().Except(TopLevel).Select(s => $"{s} has no place at the top level");

    public static IEnumerable<string> FoldersOfAKind(Repository repository) =>
        from file in repository.Files("src", "")
        from folder in file.Split('/').SkipLast(1)
        where Kinds.Contains(folder)
        select $"{file} lies in '{folder}', which names a kind and not a capability";

    public static IEnumerable<string> EditorConfigsThatStandAlone(Repository repository) =>
        from file in repository.Files("", ".editorconfig")
        where file != ".editorconfig"
        from line in repository.Lines(file)
        where line.Replace(" ", "").Equals("root=true", StringComparison.OrdinalIgnoreCase)
        select $"{file} says root = true, which switches the repository's rules off in its folder";
}
