using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace CecSim.Server.Exchanges;

/// <summary>
/// Ends of an exchange that HTTP has no word for. Over HTTP/2 the connection belongs to other exchanges too, so that
/// only the one stream dies, of RST_STREAM (RFC 9113, 6.4), whichever end was asked for.
/// </summary>
internal static class ConnectionAborter
{
    private const int InternalError = 2;

    /// <summary>Sends bytes as they are, no matter what was sent before, and closes the connection cleanly.</summary>
    public static async Task CloseAfterAsync(HttpContext http, ReadOnlyMemory<byte> bytes)
    {
        if (StreamOf(http) is { } stream)
        {
            stream.Reset(InternalError);
            return;
        }

        var connection = http.Features.GetRequiredFeature<FaultableConnection>();
        if (!bytes.IsEmpty)
        {
            await connection.SendAsync(bytes, http.RequestAborted);
        }

        connection.Cut();
        http.Features.GetRequiredFeature<IConnectionLifetimeNotificationFeature>().RequestClose();
    }

    public static void Reset(HttpContext http)
    {
        if (StreamOf(http) is { } stream)
        {
            stream.Reset(InternalError);
            return;
        }

        http.Features.GetRequiredFeature<FaultableConnection>().Reset();
    }

    private static IHttpResetFeature? StreamOf(HttpContext http) => http.Features.Get<IHttpResetFeature>();
}
