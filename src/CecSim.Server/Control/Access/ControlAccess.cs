using System.Security.Cryptography;
using System.Text;
using CecSim.Server.Control.Problems;

namespace CecSim.Server.Control.Access;

/// <summary>Who may use the control API, as a function of what a request says of itself.</summary>
internal static class ControlAccess
{
    private const string Scheme = "Bearer ";
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <param name="listener">Null when the request did not come through a listener on loopback.</param>
    /// <param name="key">The control key; null when the server has none.</param>
    /// <param name="host">The Host header without its port.</param>
    /// <param name="site">Scheme, host and port of the request itself.</param>
    /// <returns>Null when it may pass.</returns>
    public static (ControlRefusal Refusal, string Detail)? Check(
        LoopbackListener? listener, string? key, string? authorization, string host, string site, string? origin)
    {
        // A page of another site can send a request, though not read its answer; its browser then says where from.
        if (origin is not null && !origin.Equals(site, StringComparison.OrdinalIgnoreCase))
        {
            return (ControlRefusal.OriginForeign, $"A page of {origin} cannot drive this server.");
        }

        if (listener is null)
        {
            return IsKey(authorization, key)
                ? null
                : (ControlRefusal.KeyMissing, key is null
                    ? "Away from loopback the control API needs a key: start the server with --control-key KEY."
                    : "Send the control key as Authorization: Bearer KEY.");
        }

        // A page whose name was made to point here would read its answers too; its Host header tells it.
        return OwnNames.Append(listener.Host).Contains(host, StringComparer.OrdinalIgnoreCase)
            ? null
            : (ControlRefusal.HostForeign, $"Host must be {string.Join(" or ", OwnNames)}, not {host}.");
    }

    private static bool IsKey(string? authorization, string? key) =>
        key is not null && authorization is not null
        && authorization.StartsWith(Scheme, StringComparison.Ordinal)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(authorization[Scheme.Length..]), Encoding.UTF8.GetBytes(key));
}
