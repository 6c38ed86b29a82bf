using CecSim.Server.Gateway;
using Microsoft.AspNetCore.Hosting.Server;

namespace CecSim.Server.Listeners;

/// <summary>Where a server that has started is reached from.</summary>
/// <param name="Urls">By clients that come to it without anything in between, a URL each.</param>
/// <param name="Media">The UDP port of all calls.</param>
/// <param name="Softphones">Where they register, at the same port each; empty when they cannot.</param>
/// <param name="SoftphonesByTls">The same by TLS.</param>
public sealed record ServerPorts(
    IReadOnlyList<string> Urls,
    IPEndPoint Media,
    IReadOnlyList<IPEndPoint> Softphones,
    IReadOnlyList<IPEndPoint> SoftphonesByTls)
{
    public static ServerPorts Of(WebApplication started)
    {
        var gateway = started.Services.GetRequiredService<CallGateway>();
        return new ServerPorts(
            ServerUrls.OfListeners(started.Services.GetRequiredService<IServer>()),
            gateway.MediaAt ?? throw new InvalidOperationException("The server has not started."),
            gateway.Softphones,
            gateway.SoftphonesByTls);
    }
}
