using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CecSim.Server.Exchanges;

/// <summary>Puts the vendor's routes behind the vendor pipeline.</summary>
internal static class VendorRouting
{
    public static void MapVendorRoutes(this WebApplication app, IEnumerable<VendorRoute> routes)
    {
        var pipeline = app.Services.GetRequiredService<VendorPipeline>();
        foreach (var path in routes.GroupBy(r => r.Path))
        {
            VendorRoute[] ofPath = [.. path];
            app.Map(path.Key, (RequestDelegate)(http => InvokeAsync(pipeline, http, ofPath)));
        }
    }

    // Routing ignores case and a slash at the end; CEC's servers do not, and a client that relies on it breaks there.
    public static bool IsToTheLetter(HttpContext http, string path) =>
        path.IndexOf('{', StringComparison.Ordinal) is >= 0 and var literalEnd
            ? http.Request.Path.Value!.StartsWith(path[..literalEnd], StringComparison.Ordinal)
            : http.Request.Path.Value == path;

    private static Task InvokeAsync(VendorPipeline pipeline, HttpContext http, VendorRoute[] ofPath)
    {
        if (!IsToTheLetter(http, ofPath[0].Path))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var method = http.Request.Method;
        foreach (var route in ofPath)
        {
            if (route.Method == method)
            {
                return pipeline.InvokeAsync(http, route);
            }
        }

        http.Response.Headers.Allow = string.Join(", ", ofPath.Select(r => r.Method));
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }
}
