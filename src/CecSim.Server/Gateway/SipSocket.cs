using System.Net.WebSockets;
using CecSim.Guarding;
using CecSim.Server.Recording;
using Microsoft.Extensions.Hosting;

namespace CecSim.Server.Gateway;

/// <summary>Where browsers bring their SIP: a WebSocket (RFC 7118) on the ports of the API.</summary>
internal static class SipSocket
{
    private const string SubProtocol = "sip";

    private const string WhatThisIs =
        "This is where CecSim's WebRTC gateway takes SIP over WebSocket (RFC 7118). Open a WebSocket here and offer " +
        "the sub-protocol 'sip'; call the accessCode of event 168101 at its domain.\n";

    // A browser that already speaks HTTP/2 with this server opens its WebSocket with CONNECT (RFC 8441), not GET.
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Connect];

    public static void MapSipSocket(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(GatewayAddresses.Path, Methods, ConverseAsync).ExcludeFromDescription();

    internal static async Task<IResult> ConverseAsync(
        HttpContext context,
        CallGateway gateway,
        CecSimArgs args,
        SpaceDirectory spaces,
        RefusalLog refusals,
        Guard guard,
        IHostApplicationLifetime lifetime)
    {
        var webSockets = context.WebSockets;
        if (!webSockets.IsWebSocketRequest)
        {
            context.Response.Headers.Upgrade = "websocket";
            return Refuse(
                context,
                refusals,
                StatusCodes.Status426UpgradeRequired,
                "a request without the upgrade to a WebSocket");
        }

        if (!webSockets.WebSocketRequestedProtocols.Contains(SubProtocol, StringComparer.OrdinalIgnoreCase))
        {
            var offered = string.Join(", ", webSockets.WebSocketRequestedProtocols);
            return Refuse(
                context,
                refusals,
                StatusCodes.Status400BadRequest,
                $"the WebSocket must offer the sub-protocol 'sip'; it has {(offered.Length > 0 ? offered : "none")}");
        }

        // Whom it will call, nobody knows yet: a space that wants wss beside others refuses the INVITE.
        var isSecure = ServerAddress.Of(context).IsHttps;
        if (!isSecure
            && spaces.All is { Count: > 0 } all
            && all.All(s => s.Settings.GatewayScheme == GatewayScheme.Wss))
        {
            return Refuse(context, refusals, StatusCodes.Status403Forbidden, GatewayAddresses.WhyNotPlain);
        }

        var remote = context.Connection.RemoteIpAddress is { } address
            ? new IPEndPoint(address, context.Connection.RemotePort)
            : null;
        var local = context.Connection.LocalIpAddress is { } own
            ? new IPEndPoint(own, context.Connection.LocalPort)
            : null;
        RecordedRequest.Of(context)?.MarkAsConnection();

        // What stands between drops a connection that is silent for a minute; a dead peer is only noticed by asking.
        using var socket = await webSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = SubProtocol,
            KeepAliveInterval = args.SipPingEvery,
            KeepAliveTimeout = args.SipPingEvery,
        });
        using var flow = gateway.Sip.OpenWebSocket(isSecure, remote, local);
        try
        {
            await new SipWebSocketConnection(socket, flow, guard, lifetime.ApplicationStopping).RunAsync();
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The other side broke the protocol or the connection; the WebSocket has already answered or is dead.
        }

        return TypedResults.Empty;
    }

    private static ContentHttpResult Refuse(HttpContext context, RefusalLog refusals, int status, string why)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        RecordedRequest.Of(context)?.AddViolation(refusal: null, why);
        refusals.Tell(context, status, why);
        return TypedResults.Text(WhatThisIs, "text/plain", statusCode: status);
    }
}
