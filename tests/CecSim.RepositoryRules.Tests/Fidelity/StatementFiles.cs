using YamlDotNet.Serialization;

namespace CecSim.RepositoryRules.Tests.Fidelity;

/// <summary>
/// Reads the statements: a file for each part of the protocol, in it chapters, in them statements whose first key is
/// their kind. Whatever is not written so is an exception that names the file.
/// </summary>
internal static class StatementFiles
{
    private const string Folder = "tests/CecSim.RepositoryRules.Tests/Fidelity/Statements";

    public static IReadOnlyList<Chapter> Read(Repository repository) =>
        [.. repository.Files(Folder, ".yaml").Order(StringComparer.Ordinal).SelectMany(f => ReadFile(repository, f))];

    private static List<Chapter> ReadFile(Repository repository, string file)
    {
        try
        {
            var chapters = new DeserializerBuilder().Build().Deserialize<List<WrittenChapter>>(repository.Text(file));
            return [.. chapters.Select(c => new Chapter(c.Chapter, [.. c.Statements.Select(StatementOf)]))];
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{file}: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    private static Statement StatementOf(Dictionary<string, object> written)
    {
        var kind = written.Keys.First();
        var strange = written.Keys.Skip(1).Except(["basis", "built", "tests"]).ToList();
        if (strange.Count > 0)
        {
            throw new InvalidOperationException($"'{written[kind]}' has the unknown key {strange[0]}");
        }

        return new Statement(
            kind,
            (string)written[kind],
            (string)written["basis"],
            written.GetValueOrDefault("built") is not "no",
            written.GetValueOrDefault("tests") is List<object> tests ? [.. tests.Cast<string>()] : []);
    }

    private sealed class WrittenChapter
    {
        [YamlMember(Alias = "chapter")]
        public required string Chapter { get; init; }

        [YamlMember(Alias = "statements")]
        public required List<Dictionary<string, object>> Statements { get; init; }
    }
}
