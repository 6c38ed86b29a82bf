namespace CecSim.RepositoryRules.Tests;

/// <summary>A source file fits on a few screens, and a line on one.</summary>
internal static class Sizes
{
    // Nobody reads it as it is, and a test fails where it is stale.
    private const string Generated = ".generated.ts";

    private const int FileLinesMax = 300;
    private const int LineColumnsMax = 120;

    public static IEnumerable<string> TooLong(Repository repository) =>
        from file in Written(repository)
        let lines = repository.Lines(file).Length
        where lines > FileLinesMax
        select $"{file} has {lines} lines, more than {FileLinesMax}";

    public static IEnumerable<string> TooWide(Repository repository) =>
        from file in Written(repository)
        from line in repository.Lines(file).Index()
        where line.Item.Length > LineColumnsMax
        select $"{file}:{line.Index + 1} has {line.Item.Length} columns, more than {LineColumnsMax}";

    private static IEnumerable<string> Written(Repository repository) =>
        repository.Code().Where(f => !f.EndsWith(Generated, StringComparison.Ordinal));
}
