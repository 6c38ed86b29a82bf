namespace CecSim.RepositoryRules.Tests;

/// <summary>Which version is built where git is, and where it is not.</summary>
public sealed class SourceVersionTests
{
    [Theory]
    [InlineData("without git", "", "Version", "0.1.0-alpha.0")]
    [InlineData("without git", "-p:Version=1.2.3", "Version", "1.2.3")]
    [InlineData("without git", "", "MinVerSkip", "true")]
    [InlineData("with git", "", "MinVerSkip", "")]
    public async Task Sources_have_a_version(string sources, string arguments, string property, string expected)
    {
        using var folder = new TemporaryFolder();
        var (project, git) = (Path.Combine(folder.Path, "Sources.csproj"), Path.Combine(folder.Path, ".git"));
        File.Copy(Path.Combine(Repository.Own.Root, "Directory.Build.props"), $"{folder.Path}/Directory.Build.props");
        await File.WriteAllTextAsync(
            project, "<Project Sdk=\"Microsoft.NET.Sdk\" />", TestContext.Current.CancellationToken);
        if (sources == "with git")
        {
            Directory.CreateDirectory(git);
        }

        var told = await Shell.RunAsync($"dotnet msbuild {project} -getProperty:{property} {arguments}");

        Assert.Equal(expected, told.Trim());
    }
}
