using CecSim.Cli.DryRuns;

namespace CecSim.Cli.Tests.DryRuns;

/// <summary>All that a client sees of all shipped scenarios, to the byte.</summary>
public sealed class GoldenTests
{
    private const string Golden = "tests/CecSim.Cli.Tests/DryRuns/golden.txt";

    /// <summary>From the root of the checkout, the scenarios' folder first and then those in it.</summary>
    private static readonly IReadOnlyList<string> Folders =
    [
        "scenarios",
        .. Directory.EnumerateDirectories(Checkout.PathOf("scenarios"), "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Checkout.Root, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public async Task The_transcript_is_the_one_in_the_repository()
    {
        var expected = await File.ReadAllTextAsync(Checkout.PathOf(Golden), TestContext.Current.CancellationToken);

        Assert.True(
            expected == await TranscriptAsync(seed: null),
            $"It differs: cecsim try {string.Join(' ', Folders)} > {Golden}, and read what has changed.");
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_transcript_and_another_one_another()
    {
        var first = await TranscriptAsync(seed: 3);

        Assert.Equal(first, await TranscriptAsync(seed: 3));
        Assert.NotEqual(
            first, (await TranscriptAsync(seed: 4)).Replace("seed 4", "seed 3", StringComparison.Ordinal));
    }

    private static async Task<string> TranscriptAsync(ulong? seed)
    {
        string[] seeded = seed is null ? [] : ["--seed", $"{seed}"];
        var (_, output, errors) = await CecSimTool.RunAsync(
            ["try", .. Folders.Select(f => Checkout.PathOf(f)), .. seeded]);
        Assert.Empty(errors);
        return output;
    }
}
