namespace CecSim.Cli.Tests;

/// <summary>Real files, a real server, and its own word that it has seen them.</summary>
public sealed class WatchTests
{
    private const string Queued = "name: one\nabout: One.\ncalls: [script: [queued]]\n";
    private const string Failed = "name: one\nabout: One.\ncalls: [script: [failed]]\n";

    [Fact]
    public async Task A_changed_file_decides_the_next_call_and_a_broken_one_changes_nothing()
    {
        using var folder = new ScenarioFolder();
        var file = folder.Write("one.yaml", Queued);
        await using var cecsim = await CecSimProcess.ServeAsync("--scenario", folder.Path, "--watch");
        Assert.Equal(168102, await FirstEventAsync(cecsim.Address, "u1"));

        folder.Write("one.yaml", "seed: 1\nabuot: Oops.\n");
        Assert.StartsWith($"{file}:1:1: the key 'name' is missing", await cecsim.ReadErrorAsync());
        Assert.StartsWith($"{file}:2:1: unknown key 'abuot'", await cecsim.ReadErrorAsync());
        Assert.Equal($"{file}: stays as it was", await cecsim.ReadErrorAsync());
        Assert.Equal(168102, await FirstEventAsync(cecsim.Address, "u2"));

        folder.Write("one.yaml", Failed + "seed: 9\n");
        Assert.Equal(
            $"{file}: restart needed for seed; the rest is in force for new calls", await cecsim.ReadLineAsync());
        Assert.Equal(168105, await FirstEventAsync(cecsim.Address, "u3"));
    }

    [Fact]
    public async Task A_new_file_makes_a_space_and_with_a_file_goes_its_space()
    {
        using var folder = new ScenarioFolder();
        folder.Write("one.yaml", Queued);
        await using var cecsim = await CecSimTool.ServeAsync("--scenario", folder.Path, "--watch");

        var file = folder.Write("two.yaml", "name: two\ncalls: [script: [failed]]\n");
        Assert.Equal(
            $"{file}: the new space two answers to the app_key cecsim-two-key", await cecsim.ReadLineAsync());
        using (var customer = await Customer.SignInAsync(cecsim.Address, "u1", "two"))
        {
            await customer.CallAsync();
            Assert.Equal(168105, (int?)JsonNode.Parse(await customer.GetEventAsync())!["eventId"]);
        }

        File.Delete(file);
        Assert.Equal($"{file}: is gone, and so is its space two", await cecsim.ReadLineAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => Customer.SignInAsync(cecsim.Address, "u2", "two"));
        Assert.Equal(168102, await FirstEventAsync(cecsim.Address, "u3"));
    }

    [Fact]
    public async Task A_file_whose_space_was_deleted_is_told_and_the_server_goes_on()
    {
        using var folder = new ScenarioFolder();
        var file = folder.Write("one.yaml", Queued);
        await using var cecsim = await CecSimTool.ServeAsync("--scenario", folder.Path, "--watch");
        using var http = new HttpClient { BaseAddress = cecsim.Address };
        using var deleted = await http.DeleteAsync("/_cecsim/spaces/one", TestContext.Current.CancellationToken);
        Assert.True(deleted.IsSuccessStatusCode);

        folder.Write("one.yaml", Failed);

        Assert.StartsWith($"{file}: its space was deleted", await cecsim.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Contains(
            "\"spaces\":[]",
            await http.GetStringAsync("/_cecsim/spaces", TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--scenario", "two-tabs")]
    public async Task There_is_nothing_to_watch_without_a_file(params string[] scenarios)
    {
        var (exitCode, _, errors) = await CecSimTool.RunAsync(["serve", "--watch", .. scenarios]);

        Assert.Equal(2, exitCode);
        Assert.Contains("Name what to watch with --scenario", errors, StringComparison.Ordinal);
    }

    private static async Task<int?> FirstEventAsync(Uri address, string userId)
    {
        using var customer = await Customer.SignInAsync(address, userId);
        await customer.CallAsync();
        return (int?)JsonNode.Parse(await customer.GetEventAsync())!["eventId"];
    }
}
