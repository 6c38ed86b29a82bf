namespace CecSim.Server.Control.Access;

/// <summary>What a request says of who sent it.</summary>
/// <param name="Site">Scheme, host and port by which the client knows this server.</param>
/// <param name="Origin">Null where none was sent, as by programs.</param>
/// <param name="FetchSite">
/// <c>Sec-Fetch-Site</c>: how the page that caused it stands to this server; null for programs.
/// </param>
/// <param name="IsVisit">Whether a person goes there: its answer becomes a page, which no other page can read.</param>
internal sealed record ControlCaller(
    bool IsOnLoopback, string? Authorization, string Site, string? Origin, string? FetchSite, bool IsVisit)
{
    public static ControlCaller Of(HttpContext http)
    {
        var headers = http.Request.Headers;
        return new ControlCaller(
            FaultableConnection.LoopbackOf(http) is not null,
            OrNull(headers.Authorization),
            ServerAddress.Of(http).Origin,
            OrNull(headers.Origin),
            OrNull(headers["Sec-Fetch-Site"]),
            HttpMethods.IsGet(http.Request.Method)
                && http.GetEndpoint()?.Metadata.GetMetadata<NotForVisits>() is null
                && headers["Sec-Fetch-Mode"] == "navigate" && headers["Sec-Fetch-Dest"] == "document");
    }

    private static string? OrNull(Microsoft.Extensions.Primitives.StringValues values) =>
        values.Count == 0 ? null : values.ToString();
}

/// <summary>Metadata of a GET that makes the server work: no page of another site may lead a person there.</summary>
internal sealed record NotForVisits;
