using CecSim.Server;
using CecSim.Simulation.Spaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace CecSim.Pacts.Tests.Provider;

/// <summary>
/// The server as <c>serve</c> runs it, on a free port: in this process, or, for the demo space, the file that
/// <c>CECSIM_BINARY</c> names.
/// </summary>
internal sealed class Cec : IAsyncDisposable
{
    private readonly IAsyncDisposable _server;

    private Cec(IAsyncDisposable server, Uri address) => (_server, Address) = (server, address);

    public Uri Address { get; }

    public Uri StatesAddress => new(Address, "/_cecsim/pact/provider-states");

    public static async Task<Cec> StartAsync(SpaceSettings? space = null)
    {
        if (ToolCommand.Binary is not null && space is null)
        {
            var process = await CecSimProcess.ServeAsync();
            return new Cec(process, process.Address);
        }

        var app = CecSimHost.Build(new CecSimArgs
        {
            Spaces = [space ?? new SpaceSettings()],
            Urls = ["http://127.0.0.1:0"],
            LogLevel = LogLevel.None,
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Cec(app, new Uri(app.Urls.Single()));
    }

    /// <param name="at">Where its answers come from, if not from itself.</param>
    public PactVerifier Verifier(Uri? at = null) => new PactVerifier(PactFiles.Cec, at ?? Address)
        .WithProviderStateUrl(StatesAddress);

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
