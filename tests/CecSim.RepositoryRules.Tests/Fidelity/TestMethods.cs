using System.Text.RegularExpressions;

namespace CecSim.RepositoryRules.Tests.Fidelity;

/// <summary>Every test in the sources of a repository, found by the name that a statement gives it.</summary>
internal sealed partial class TestMethods
{
    private readonly ILookup<string, string> _filesByName;

    public TestMethods(Repository repository) => _filesByName = (
        from file in repository.Files("tests", "Tests.cs")
        let project = file.Split('/')[1]
        let type = Path.GetFileNameWithoutExtension(file)
        from method in MethodsOf(repository.Lines(file))
        from name in new[] { $"{type}.{method}", $"{project}.{type}.{method}" }
        select (Name: name, File: file)).ToLookup(t => t.Name, t => t.File);

    /// <summary>The files that hold a test of that name: exactly one, if the name is good.</summary>
    public IReadOnlyList<string> FilesOf(string name) => [.. _filesByName[name]];

    // Between the attribute that makes a test and the name of the test may stand any number of lines of data.
    private static IEnumerable<string> MethodsOf(string[] lines)
    {
        var isTest = false;
        foreach (var line in lines.Select(l => l.TrimStart()))
        {
            isTest |= line.StartsWith("[Fact", StringComparison.Ordinal)
                || line.StartsWith("[Theory", StringComparison.Ordinal);
            if (PublicMethod().Match(line) is { Success: true } method)
            {
                if (isTest)
                {
                    yield return method.Groups[1].Value;
                }

                isTest = false;
            }
        }
    }

    [GeneratedRegex(@"^public (?:async )?(?:void|Task|ValueTask) (\w+)\(")]
    private static partial Regex PublicMethod();
}
