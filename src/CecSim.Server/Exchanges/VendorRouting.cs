using CecSim.Server.Cors;

namespace CecSim.Server.Exchanges;

/// <summary>Puts the vendor's routes behind the vendor pipeline.</summary>
internal static class VendorRouting
{
    public static void MapVendorRoutes(this WebApplication app, IEnumerable<VendorRoute> routes)
    {
        var pipeline = app.Services.GetRequiredService<VendorPipeline>();
        var cors = app.Services.GetRequiredService<CrossOriginAccess>();
        foreach (var path in routes.GroupBy(r => r.Path))
        {
            VendorRoute[] ofPath = [.. path];
            app.Map(path.Key, (RequestDelegate)(http => InvokeAsync(pipeline, cors, http, ofPath)));
        }
    }

    // Routing ignores case and a slash at the end; CEC's servers do not, and a client that relies on it breaks there.
    public static bool IsToTheLetter(HttpContext http, string path) =>
        path.IndexOf('{', StringComparison.Ordinal) is >= 0 and var literalEnd
            ? http.Request.Path.Value!.StartsWith(path[..literalEnd], StringComparison.Ordinal)
            : http.Request.Path.Value == path;

    private static Task InvokeAsync(
        VendorPipeline pipeline, CrossOriginAccess cors, HttpContext http, VendorRoute[] ofPath)
    {
        if (!IsToTheLetter(http, ofPath[0].Path))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        // HEAD is GET without its content (RFC 9110, 9.3.2).
        var method = HttpMethods.IsHead(http.Request.Method) ? HttpMethods.Get : http.Request.Method;
        foreach (var route in ofPath)
        {
            if (route.Method == method)
            {
                return pipeline.InvokeAsync(http, route);
            }
        }

        var methods = ofPath.Select(r => r.Method).ToList();
        if (CrossOriginAccess.IsPreflight(http.Request) && ofPath[0].Operation.IsApi)
        {
            return cors.AnswerPreflightAsync(http, methods);
        }

        if (methods.Contains(HttpMethods.Get))
        {
            methods.Add(HttpMethods.Head);
        }

        methods.Add(HttpMethods.Options);
        http.Response.Headers.Allow = string.Join(", ", methods);
        if (HttpMethods.IsOptions(method) && !CrossOriginAccess.IsPreflight(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }
}
