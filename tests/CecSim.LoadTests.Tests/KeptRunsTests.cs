using CecSim.LoadTests.Latency;
using CecSim.LoadTests.Measuring;
using CecSim.LoadTests.Reports;

namespace CecSim.LoadTests.Tests;

/// <summary>What the repository keeps of runs: a page for each commit that was measured.</summary>
public sealed class KeptRunsTests : IDisposable
{
    private static readonly LatencySummary NoLag = new("generator lag", 0, 0, 0, 0, 0, 0, 0, []);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cecsim-kept-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_run_is_a_small_table_on_the_page_of_its_commit()
    {
        await ReportFiles.WriteAsync(
            _folder.FullName, Report("tokens --runs 2", 30, 20), [], TestContext.Current.CancellationToken);

        var page = KeptRuns.Add(
            _folder.FullName, ReportFiles.Read(Path.Combine(_folder.FullName, ReportFiles.JsonName)));

        Assert.Equal("0123456789ab.md", Path.GetFileName(page));
        Assert.Equal(
            """
            # 0123456789ab

            ## tokens --runs 2

            2026-01-05, an OS, a runtime, 2 cores, 25.3 GB. Medians of 2.

            |  | floor | cecsim | × floor |
            | --- | --- | --- | --- |
            | tokens, 1/s | 40.0 | 25.0 | 0.63 (0.50 to 0.75) |

            - floor: 2 answered, 0 failed; generator lag p99 0.00 ms
            - cecsim: 2 answered, 0 failed; generator lag p99 0.00 ms
            - It was late.

            """,
            await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_run_takes_the_place_of_one_with_the_same_arguments_and_stands_in_order_among_others()
    {
        KeptRuns.Add(_folder.FullName, Report("tokens --runs 2", 30));
        KeptRuns.Add(_folder.FullName, Report("chat", 7));
        var page = KeptRuns.Add(_folder.FullName, Report("tokens --runs 2", 33));

        Assert.Equal(
            [
                "## chat", "| tokens, 1/s | 40.0 | 7.00 | 0.18 |",
                "## tokens --runs 2", "| tokens, 1/s | 40.0 | 33.0 | 0.83 |",
            ],
            File.ReadLines(page).Where(l => l.StartsWith("##", StringComparison.Ordinal)
                || l.StartsWith("| tokens", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0123456789ab+changes")]
    public void A_run_of_what_nobody_else_has_is_not_kept(string? commit) => Assert.Throws<InvalidDataException>(
        () => KeptRuns.Add(_folder.FullName, Report("chat", 7) with { Commit = commit }));

    private static LoadReport Report(string arguments, params double[] tokens)
    {
        var runs = tokens
            .SelectMany((value, i) => new[] { Run(i + 1, "floor", 40), Run(i + 1, "cecsim", value) })
            .ToList();
        return new LoadReport(
            "tokens",
            "Tokens.",
            new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero),
            "0123456789ab",
            $"dotnet run -- {arguments}",
            new Machine("an OS", "a runtime", 2, 25.3),
            runs,
            [.. Ratio.Between(runs)],
            ["It was late."]);
    }

    private static ServerRun Run(int run, string server, double tokens) => new(
        run,
        server,
        Answered: 1,
        Failed: 0,
        new Dictionary<string, long>(),
        LostEvents: null,
        DuplicatedEvents: null,
        [new Figure("tokens", tokens, "1/s")],
        [],
        ServerLatency: null,
        NoLag,
        []);
}
