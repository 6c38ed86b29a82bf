using System.Text.Json;
using CecSim.Server.Exchanges;
using CecSim.Server.Spaces;
using CecSim.Simulation.ConnectionBar;
using CecSim.Simulation.Spaces;
using CecSim.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CecSim.Server.Demo;

/// <summary>
/// An enterprise's page with the connection bar in it, to look at without one's own: <c>/demo/agent</c>, for the first
/// space, or the one that <c>?space=</c> names.
/// </summary>
internal static class DemoDesk
{
    private const int AccountsMax = 50;

    private static readonly string[] Numbers = ["88889007", "88889008", "88889009"];

    public static void MapDemoDesk(this WebApplication app)
    {
        var spaces = app.Services.GetRequiredService<SpaceDirectory>();
        app.MapMethods("/demo/agent", [HttpMethods.Get], (RequestDelegate)(http => WriteAsync(http, spaces)));
        app.MapFile("/demo/agent.js", "agent.js", "text/javascript;charset=UTF-8");
        app.MapFile("/demo/agent.css", "agent.css", "text/css;charset=UTF-8");
    }

    private static void MapFile(this WebApplication app, string path, string file, string contentType) =>
        app.MapMethods(path, [HttpMethods.Get], (RequestDelegate)(http =>
        {
            http.Response.ContentType = contentType;
            http.Response.Headers.CacheControl = "no-cache";
            return http.Response.Body.WriteAsync(WebAssets.Bytes(file), http.RequestAborted).AsTask();
        }));

    private static Task WriteAsync(HttpContext http, SpaceDirectory spaces)
    {
        var name = http.Request.Query["space"].ToString();
        if ((name.Length > 0 ? spaces.Find(name)?.Space : spaces.First) is not { } space)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        // The default encoder leaves no "<" in it, so that nothing can end the element that it stands in.
        var settings = JsonSerializer.Serialize(SettingsOf(space.Settings), VendorJson.Default.DemoSettings);
        http.Response.ContentType = "text/html;charset=UTF-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(
            WebAssets.Text("agent.html").Replace("SETTINGS", settings, StringComparison.Ordinal), http.RequestAborted);
    }

    // Who has a validator of one's own knows what it accepts.
    private static DemoSettings SettingsOf(SpaceSettings space) => new(
        [.. space.Agents.Select(a => a.AccountCode).OfType<string>().Take(AccountsMax)],
        space.TenantSpaceId,
        space.ConnectionBar.ValidateUrl is null ? BarSettings.DemoAccessToken : "",
        Numbers);
}
