namespace CecSim.Server.Access;

/// <summary>
/// Whom a listener on loopback answers: those who ask for this machine by a name of its own. A page whose name was made
/// to point here would be of the same origin as every answer (DNS rebinding); its Host header tells it.
/// </summary>
internal sealed class HostGate(CecSimArgs args, SpaceDirectory spaces, ExchangeOptions options)
{
    /// <returns>Why the request is not for this server; null when it is.</returns>
    public string? Refuse(HttpContext http)
    {
        if (FaultableConnection.LoopbackOf(http) is not { } listener)
        {
            return null;
        }

        // Of HTTP/1.0 none is asked for, and no browser leaves it out.
        var host = ServerAddress.HostOf(http).Host;
        return host.Length == 0 || OwnNames.Cover(host)
            || host.Equals(listener.Host, StringComparison.OrdinalIgnoreCase)
            || args.HostNames.Contains(host, StringComparer.OrdinalIgnoreCase)
                ? null
                : $"Host {host} is no name of this machine: ask for {OwnNames.Shown}, or start the server with "
                    + $"--host-name {host}";
    }

    /// <summary>The answer in CEC's shape, for all that is not the control API's.</summary>
    public Task AnswerAsync(HttpContext http, string why)
    {
        var route = VendorRoute.ToNone(http.Request);
        return new VendorExchange(http, route, spaces.First, options).RefuseAsync(
            GenericStatuses.ToAnswer(StatusCodes.Status403Forbidden, $"{why}."), why);
    }
}
