using System.Diagnostics;
using System.Net.Http.Json;

namespace CecSim.Packages.Tests;

/// <summary>The tool <c>cecsim</c>, installed from the feed.</summary>
public sealed class ToolTests(PackedFeed feed)
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tool_that_is_installed_from_the_feed_serves()
    {
        var folder = await feed.MakeFolderAsync("tool");
        await DotNet.RunAsync(
            folder, feed.Restored, "tool", "install", "cecsim", "--tool-path", "bin", "--version", feed.Version);
        var program = Path.Combine(folder, "bin", "cecsim");

        Assert.StartsWith(feed.Version, await RunAsync(program, folder, "--version"), StringComparison.Ordinal);
        Assert.NotEmpty(await AskForTokenAsync(program, folder));
    }

    [Fact]
    public async Task The_tool_runs_without_being_installed()
    {
        var folder = await feed.MakeFolderAsync("once");

        var told = await DotNet.RunAsync(
            folder, feed.Restored, "tool", "exec", $"cecsim@{feed.Version}", "--yes", "--", "--version");

        Assert.Contains(feed.Version, told, StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(DotNet.Command(program, folder, packages: null, arguments))!;
        var told = await process.StandardOutput.ReadToEndAsync(TestEnds);
        await process.WaitForExitAsync(TestEnds);
        return told;
    }

    private static async Task<string> AskForTokenAsync(string program, string folder)
    {
        var start = DotNet.Command(
            program, folder, packages: null, ["serve", .. CecSimProcess.FreePorts, "--until-input-ends"]);
        start.RedirectStandardInput = true;
        start.Environment["CECSIM_DATA"] = Path.Combine(folder, "data");
        using var server = Process.Start(start)!;
        try
        {
            string? line;
            do
            {
                line = await server.StandardOutput.ReadLineAsync(TestEnds);
                Assert.NotNull(line);
            }
            while (!line.TrimStart().StartsWith("http:", StringComparison.Ordinal));

            using var http = new HttpClient { BaseAddress = new Uri(line.Trim()) };
            using var answer = await http.PostAsJsonAsync(
                "/apigovernance/api/oauth/tokenByAkSk",
                new { app_key = "cecsim-demo-key", app_secret = "cecsim-demo-secret" },
                TestEnds);
            return (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestEnds))!["AccessToken"] ?? "";
        }
        finally
        {
            server.StandardInput.Close();
            await server.WaitForExitAsync();
        }
    }
}
