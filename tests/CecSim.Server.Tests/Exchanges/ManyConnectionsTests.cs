using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace CecSim.Server.Tests.Exchanges;

/// <summary>Clients that all come at once.</summary>
public sealed class ManyConnectionsTests
{
    // Asked of the settings: whether a machine drops a connection, for a client to try again a second later, is chance.
    [Fact]
    public async Task As_many_connections_may_wait_to_be_accepted_as_a_machine_allows()
    {
        IOptions<SocketTransportOptions>? sockets = null;
        await using var cec = await TestCec.StartAsync(
            new CecSimArgs(),
            app => sockets = app.Services.GetRequiredService<IOptions<SocketTransportOptions>>());

        Assert.Equal(4_096, sockets!.Value.Backlog);
    }
}
