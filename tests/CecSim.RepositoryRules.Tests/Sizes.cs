namespace CecSim.RepositoryRules.Tests;

/// <summary>A source file fits on a few screens, and a line on one.</summary>
internal static class Sizes
{
    private const int FileLinesMax = 300;
    private const int LineColumnsMax = 120;

    public static IEnumerable<string> TooLong(Repository repository) =>
        from file in repository.Code()
        let lines = repository.Lines(file).Length
        where lines > FileLinesMax
        select $"{file} has {lines} lines, more than {FileLinesMax}";

    public static IEnumerable<string> TooWide(Repository repository) =>
        from file in repository.Code()
        from line in repository.Lines(file).Index()
        where line.Item.Length > LineColumnsMax
        select $"{file}:{line.Index + 1} has {line.Item.Length} columns, more than {LineColumnsMax}";
}
