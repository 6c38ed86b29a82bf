using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CecSim.Server.Exchanges;

/// <summary>Puts the vendor's routes behind the vendor pipeline.</summary>
internal static class VendorRouting
{
    public static void MapVendorRoutes(this WebApplication app, IEnumerable<VendorRoute> routes)
    {
        var pipeline = app.Services.GetRequiredService<VendorPipeline>();
        foreach (var route in routes)
        {
            app.MapMethods(route.Path, [route.Method], http => InvokeAsync(pipeline, http, route));
        }
    }

    // Routing ignores case and a slash at the end; CEC's servers do not, and a client that relies on it breaks there.
    private static Task InvokeAsync(VendorPipeline pipeline, HttpContext http, VendorRoute route)
    {
        if (http.Request.Path.Value == route.Path)
        {
            return pipeline.InvokeAsync(http, route);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
