namespace CecSim.Fidelity.Falsifying;

/// <summary>The results of the last run of each claim, a line each, so that two people's runs merge.</summary>
internal static class FalsifiedFile
{
    public const string Path = "tests/CecSim.Fidelity/Falsified.tsv";

    private const string Head = "claim\tchange\tred\tgreen";

    public static IReadOnlyDictionary<string, Falsified> Read(Repository repository) => repository.Has(Path)
        ? repository.Lines(Path).Skip(1).Select(l => l.Split('\t')).ToDictionary(
            f => f[0],
            f => new Falsified(f[0], f[1], int.Parse(f[2]), int.Parse(f[3])),
            StringComparer.Ordinal)
        : new Dictionary<string, Falsified>();

    public static void Write(Repository repository, IEnumerable<Falsified> results) => File.WriteAllLines(
        System.IO.Path.Combine(repository.Root, Path),
        results.OrderBy(r => r.Claim, StringComparer.Ordinal)
            .Select(r => $"{r.Claim}\t{r.Hash}\t{r.Red}\t{r.Green}")
            .Prepend(Head));
}
