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

    /// <param name="configure">Breaks what a test wants broken.</param>
    public static async Task<Cec> StartAsync(Action<WebApplication>? configure = null)
    {
        var app = CecSimHost.Build(new CecSimArgs
        {
            Spaces = [new SpaceSettings()],
            Urls = ["http://127.0.0.1:0"],
            LogLevel = LogLevel.None,
        });
        configure?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Cec(app);
    }

    public PactVerifier Verifier() => new PactVerifier(PactFiles.Cec, Address)
        .WithProviderStateUrl(new Uri(Address, "/_cecsim/pact/provider-states"));

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
