using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace CecSim.Server.Gateway;

/// <summary>
/// Stands where the WebRTC gateway will: SIP over WebSocket (RFC 7118) that says "not built" in SIP's own words, so
/// that a softphone tells its user what is the matter instead of retrying a closed port for ever.
/// </summary>
internal static class SipPlaceholder
{
    private const string SubProtocol = "sip";

    private const string WhatThisIs =
        "This is where CecSim's WebRTC gateway takes SIP over WebSocket (RFC 7118). Open a WebSocket here and offer " +
        "the sub-protocol 'sip'. The gateway is not built yet: every SIP request is answered 501 Not Implemented.\n";

    // A browser that already speaks HTTP/2 with this server opens its WebSocket with CONNECT (RFC 8441), not GET.
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Connect];

    public static void MapSipPlaceholder(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/sip", Methods, ConverseAsync).ExcludeFromDescription();

    internal static async Task<IResult> ConverseAsync(HttpContext context, IHostApplicationLifetime lifetime)
    {
        var webSockets = context.WebSockets;
        if (!webSockets.IsWebSocketRequest)
        {
            context.Response.Headers.Upgrade = "websocket";
            return Explanation(StatusCodes.Status426UpgradeRequired);
        }

        if (!webSockets.WebSocketRequestedProtocols.Contains(SubProtocol, StringComparer.OrdinalIgnoreCase))
        {
            return Explanation(StatusCodes.Status400BadRequest);
        }

        using var socket = await webSockets.AcceptWebSocketAsync(SubProtocol);
        try
        {
            await new SipConversation(socket, lifetime.ApplicationStopping).RunAsync();
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The other side broke the protocol or the connection; the WebSocket has already answered or is dead.
        }

        return TypedResults.Empty;
    }

    private static ContentHttpResult Explanation(int status) =>
        TypedResults.Text(WhatThisIs, "text/plain", statusCode: status);
}
