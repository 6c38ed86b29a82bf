namespace CecSim.Cli.Tests.Control;

/// <summary>A server with a second space, <c>mine</c>, whose time stands still.</summary>
internal sealed class FrozenSpace : IAsyncDisposable
{
    private readonly CecSimTool _served;

    private FrozenSpace(CecSimTool served) => _served = served;

    public Uri Address => _served.Address;

    /// <summary>The ports of this run, which differ each time.</summary>
    public string Addresses => string.Join(", ", Trim(_served.Address), Trim(_served.SecureAddress));

    /// <param name="scenario">The space's part of a scenario; null for the demo contact centre.</param>
    public static async Task<FrozenSpace> ServeAsync(string? scenario = null)
    {
        var space = new FrozenSpace(await CecSimTool.ServeAsync());
        using var folder = new ScenarioFolder();
        string[] file = scenario is null ? [] : ["--file", folder.Write("mine.yaml", scenario)];
        await space.DoAsync(["spaces", "create", "--name", "mine", "--frozen", .. file]);
        return space;
    }

    /// <summary>Runs a verb of the server.</summary>
    public Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] verb) =>
        CecSimTool.RunAsync([.. verb, "--server", Trim(Address)]);

    /// <summary>Runs a verb that must succeed, without a word of complaint.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> DoAsync(params string[] verb)
    {
        var (exitCode, output, errors) = await RunAsync(verb);
        Assert.Equal("", errors);
        Assert.Equal(0, exitCode);
        return output;
    }

    /// <summary>The same, about the frozen space.</summary>
    public Task<string> MineAsync(params string[] verb) => DoAsync([.. verb, "--space", "mine"]);

    public Task<Customer> SignInAsync(string userId) => Customer.SignInAsync(Address, userId, "mine");

    public ValueTask DisposeAsync() => _served.DisposeAsync();

    private static string Trim(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
