namespace CecSim.Cli.Tests;

public sealed class VersionTests
{
    [Fact]
    public async Task The_version_is_that_of_the_sources_with_their_commit()
    {
        var (exitCode, output, _) = await CecSimTool.RunAsync("--version");

        Assert.Equal(0, exitCode);
        Assert.Matches(@"^[0-9]+\.[0-9]+\.[0-9]+(-[0-9a-z.-]+)?(\+[0-9a-f]{40})?\n$", output);
        Assert.DoesNotContain("1.0.0", output, StringComparison.Ordinal);
    }
}
