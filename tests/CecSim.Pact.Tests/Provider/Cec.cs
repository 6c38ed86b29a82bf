using CecSim.Server;
using CecSim.Simulation.Spaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace CecSim.Pacts.Tests.Provider;

/// <summary>The server as <c>serve</c> runs it, on a free port.</summary>
internal sealed class Cec : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Cec(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public Uri StatesAddress => new(Address, "/_cecsim/pact/provider-states");

    public static async Task<Cec> StartAsync(SpaceSettings? space = null)
    {
        var app = CecSimHost.Build(new CecSimArgs
        {
            Spaces = [space ?? new SpaceSettings()],
            Urls = ["http://127.0.0.1:0"],
            LogLevel = LogLevel.None,
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Cec(app);
    }

    /// <param name="at">Where its answers come from, if not from itself.</param>
    public PactVerifier Verifier(Uri? at = null) => new PactVerifier(PactFiles.Cec, at ?? Address)
        .WithProviderStateUrl(StatesAddress);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
