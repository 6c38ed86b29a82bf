namespace CecSim.Server.Control;

/// <summary>
/// HEAD wherever GET is, and OPTIONS everywhere (RFC 9110, 9.3.2 and 9.3.7), without a word of either in the routes.
/// </summary>
internal static class HeadAnswers
{
    /// <summary>Routes a HEAD as GET; the server leaves out what is then written as content.</summary>
    public static void UseHeadAnswers(this IApplicationBuilder control) => control.Use(next => http =>
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Request.Method = HttpMethods.Get;
            http.Features.Set(new AskedAsHead());
        }

        return next(http);
    });

    /// <summary>An answer that goes on for ever has a head too, which need not wait.</summary>
    /// <returns>False when there is more to do.</returns>
    public static bool TryAnswerEndless(HttpContext http)
    {
        if (http.Features.Get<AskedAsHead>() is null
            || http.GetEndpoint()?.Metadata.GetMetadata<EndlessAnswer>() is not { ContentType: var contentType })
        {
            return false;
        }

        http.Response.ContentType = contentType;
        return true;
    }

    /// <returns>False when it was no OPTIONS; what the route takes is then complete all the same.</returns>
    public static bool TryAnswerOptions(HttpContext http)
    {
        if (http.Response is not { HasStarted: false, StatusCode: StatusCodes.Status405MethodNotAllowed })
        {
            return false;
        }

        var allowed = http.Response.Headers.Allow.ToString();
        http.Response.Headers.Allow = allowed.Contains(HttpMethods.Get, StringComparison.Ordinal)
            ? $"{allowed}, HEAD, OPTIONS"
            : $"{allowed}, OPTIONS";
        if (!HttpMethods.IsOptions(http.Request.Method))
        {
            return false;
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return true;
    }

    private sealed class AskedAsHead;
}

/// <summary>Metadata of a route whose answer goes on as long as the client listens.</summary>
internal sealed record EndlessAnswer(string ContentType);
