using System.Globalization;
using YamlDotNet.Serialization;

namespace CecSim.Fidelity;

/// <summary>
/// Reads the claims: a file for each part of the protocol, in it chapters, in them claims, one key of which is their
/// kind. Whatever is not written so is an exception that names the file.
/// </summary>
internal static class ClaimFiles
{
    public const string Folder = "tests/CecSim.Fidelity/Claims";

    private static readonly string[] Keys = ["id", "basis", "against", "observable", "built", "falsify"];
    private static readonly string[] FalsifyKeys = ["in", "this", "that"];

    public static IReadOnlyList<Chapter> Read(Repository repository) =>
        [.. repository.Files(Folder, ".yaml").OrderBy(NumberOf).SelectMany(f => ReadFile(repository, f))];

    // 10 comes after 9.
    private static decimal NumberOf(string file) =>
        decimal.Parse(Path.GetFileNameWithoutExtension(file).Split('-')[0], CultureInfo.InvariantCulture);

    private static List<Chapter> ReadFile(Repository repository, string file)
    {
        try
        {
            var chapters = new DeserializerBuilder().Build().Deserialize<List<WrittenChapter>>(repository.Text(file));
            return [.. chapters.Select(c => new Chapter(c.Chapter, [.. c.Claims.Select(ClaimOf)]))];
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{file}: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    private static Claim ClaimOf(Dictionary<string, object> written)
    {
        var id = Text(written, "id") ?? throw new InvalidOperationException($"'{written.Values.First()}' has no id");
        var kinds = written.Keys.Except(Keys).ToList();
        var kind = kinds.Count == 1
            ? kinds[0]
            : throw new InvalidOperationException(
                kinds.Count == 0 ? $"{id} has no kind" : $"{id} has an unknown key: {string.Join(" or ", kinds)}");
        return new Claim(
            id,
            kind,
            Text(written, kind)!,
            Text(written, "basis") ?? throw new InvalidOperationException($"{id} has no basis"),
            Text(written, "against"),
            Text(written, "observable"),
            written.GetValueOrDefault("built") is not "no",
            written.GetValueOrDefault("falsify") is Dictionary<object, object> change ? Change(id, change) : null);
    }

    private static Falsification Change(string id, Dictionary<object, object> written) =>
        FalsifyKeys.All(written.ContainsKey) && written.Count == FalsifyKeys.Length
            ? new Falsification((string)written["in"], (string)written["this"], (string)written["that"])
            : throw new InvalidOperationException($"{id}: falsify has the keys in, this and that");

    private static string? Text(Dictionary<string, object> written, string key) =>
        written.GetValueOrDefault(key) as string;

    private sealed class WrittenChapter
    {
        [YamlMember(Alias = "chapter")]
        public required string Chapter { get; init; }

        [YamlMember(Alias = "claims")]
        public required List<Dictionary<string, object>> Claims { get; init; }
    }
}
