using CecSim.Client;
using CecSim.Control.Contracts;
using CecSim.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ClickToDial.Tests;

/// <summary>
/// A desk that calls a contact centre of the test's own. At its end its client must have done nothing wrong.
/// </summary>
internal sealed class CallDeskFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private CallDeskFixture(CecSpace space)
    {
        Space = space;
        var options = new CecClientOptions
        {
            Address = space.Address,
            AppKey = space.AppKey,
            AppSecret = space.AppSecret,
            BackOff = TimeSpan.FromMilliseconds(50),
        };
        _services = new ServiceCollection().AddCallDesk(options, space.ChannelId).BuildServiceProvider();
    }

    public CecSpace Space { get; }

    public CallDesk Desk => _services.GetRequiredService<CallDesk>();

    /// <param name="script">What happens to a call, in the words of a scenario file.</param>
    public static async Task<CallDeskFixture> WithCallsAsync(string script)
    {
        var cec = await CecSimulator.Shared;
        var scenario = $"name: desk\nabout: Calls of a test.\ncalls: [{{ match: {{}}, {script} }}]\n";
        return new CallDeskFixture(await cec.NewSpaceAsync(scenario, TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await using (Space)
        {
            await Space.MustHaveNoFindingsAsync(FindingLevel.Warning);
        }
    }
}
