using CecSim.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CecSim.Server.ConnectionBar;

/// <summary>What the script loads: the frame, its code and its style. Nobody's secrets are in them.</summary>
internal static class BarFiles
{
    // Nothing but this server's own; who may frame it is decided by whom it then talks to.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        + "img-src 'self' data:; base-uri 'none'; form-action 'none'";

    public static void MapBarFiles(this WebApplication app)
    {
        Map(app, BarPaths.Folder + "frame.html", "frame.html", "text/html;charset=UTF-8");
        Map(app, BarPaths.Folder + "js/frame.js", "frame.js", "text/javascript;charset=UTF-8");
        Map(app, BarPaths.Folder + "css/frame.css", "frame.css", "text/css;charset=UTF-8");
    }

    private static void Map(WebApplication app, string path, string file, string contentType) =>
        app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], (RequestDelegate)(http =>
        {
            http.Response.ContentType = contentType;
            http.Response.Headers.CacheControl = "no-cache";
            http.Response.Headers.ContentSecurityPolicy = Policy;
            http.Response.Headers.XContentTypeOptions = "nosniff";
            return http.Response.Body.WriteAsync(WebAssets.Bytes(file), http.RequestAborted).AsTask();
        }));
}
