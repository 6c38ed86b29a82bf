namespace CecSim.Server.Exchanges;

/// <summary>
/// Content codings of requests: none is taken, whether or not the body has one (RFC 9110, 8.4 and 15.5.16).
/// </summary>
internal static class ContentCodings
{
    /// <summary>What there is instead, for the header Accept-Encoding of the answer (RFC 9110, 12.5.3).</summary>
    public const string Taken = "identity";

    /// <returns>Null when the body comes as it is.</returns>
    public static string? WhyRefused(HttpRequest request)
    {
        var named = request.Headers.ContentEncoding;
        if (named.Count == 0)
        {
            return null;
        }

        return named.ToString()
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .All(c => c.Equals(Taken, StringComparison.OrdinalIgnoreCase))
            ? null
            : $"Content-Encoding {named} is not taken: send the body as it is, without that header";
    }
}
