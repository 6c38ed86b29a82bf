using CecSim.Server.Cors;
using Microsoft.Net.Http.Headers;

namespace CecSim.Server.ConnectionBar;

/// <summary>What lets a page of another origin read the script, with cookies: its own origin, never a star.</summary>
internal static class CrossOrigin
{
    /// <returns>The page's origin; null when the request has none that could be one.</returns>
    public static string? OriginOf(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return Uri.TryCreate(origin, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
            && url.GetLeftPart(UriPartial.Authority) == origin
                ? origin
                : null;
    }

    /// <summary>Why there is none, in words that name what came.</summary>
    public static string WhyNone(HttpRequest request) => request.Headers.Origin.ToString() switch
    {
        "" => "Origin is missing, as where a browser plug-in removes it",
        "null" => "Origin is 'null', as of a page from a file or in a sandboxed frame; it must be one of http or https",
        var other => $"Origin is '{other}', which is none of http or https with nothing after its host and port",
    };

    public static void Allow(HttpResponse response, string origin)
    {
        response.Headers.AccessControlAllowOrigin = origin;
        response.Headers.AccessControlAllowCredentials = "true";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.Origin);
    }

    /// <summary>The sample's request needs no preflight; one that names its content type as JSON does.</summary>
    public static void AllowPreflight(HttpResponse response, string origin)
    {
        Allow(response, origin);
        response.Headers.AccessControlAllowMethods = "POST";
        response.Headers.AccessControlAllowHeaders = "Content-Type, X-Requested-With";
        if (response.HttpContext.Request.Headers.ContainsKey(CrossOriginAccess.RequestPrivateNetwork))
        {
            response.Headers[CrossOriginAccess.AllowPrivateNetwork] = "true";
        }

        response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Whether a request comes from a page of this server itself.</summary>
    public static bool IsSame(HttpRequest request) =>
        OriginOf(request) == ServerAddress.Of(request.HttpContext).Origin;

    /// <summary>
    /// Whether a browser calls the page another site. It says so itself (Fetch Metadata, 2.4); of one too old for that,
    /// the names of this machine tell: http://localhost:3000 is another site than http://127.0.0.1:5080.
    /// </summary>
    public static bool IsOfAnotherSite(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site == "cross-site";
        }

        return OriginOf(request) is { } origin
            && new Uri(origin) is { IsLoopback: true } page
            && !string.Equals(
                page.Host, ServerAddress.Of(request.HttpContext).Host.Host, StringComparison.OrdinalIgnoreCase);
    }
}
