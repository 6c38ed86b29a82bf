using System.Security.Cryptography;
using CecSim.Server.Pages;
using CecSim.Simulation.ConnectionBar;
using CecSim.Web;

namespace CecSim.Server.Demo;

/// <summary>
/// An enterprise's page with the connection bar in it, to look at without one's own: <c>/demo/agent</c>, for the first
/// space, or the one that <c>?space=</c> names.
/// </summary>
internal static class DemoDesk
{
    private const int AccountsMax = 50;

    private const string NothingElse = "default-src 'none'; frame-ancestors 'none'";

    // The device check asks no server for anything but its own script and style.
    private const string OwnFilesOnly =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'";

    private static readonly string[] Numbers = ["88889007", "88889008", "88889009"];

    public static void MapDemoDesk(this WebApplication app)
    {
        var spaces = app.Services.GetRequiredService<SpaceDirectory>();
        app.MapMethods("/demo/agent", PageAnswer.Methods, (RequestDelegate)(http => WriteAsync(http, spaces)));
        app.MapFile("/demo/agent.js", "agent.js", PageAnswer.Script, NothingElse);
        app.MapFile("/demo/agent.css", "agent.css", PageAnswer.Style, NothingElse);
        app.MapFile("/demo/device-check", "device-check.html", PageAnswer.Html, OwnFilesOnly);
        app.MapFile("/demo/device-check.js", "device-check.js", PageAnswer.Script, NothingElse);
    }

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
        var nonce = RandomNumberGenerator.GetHexString(32);
        var page = WebAssets.Text("agent.html")
            .Replace("NONCE", nonce, StringComparison.Ordinal)
            .Replace("SETTINGS", settings, StringComparison.Ordinal);
        return PageAnswer.WriteAsync(
            http, Encoding.UTF8.GetBytes(page), PageAnswer.Html, PolicyWith(nonce), "no-store");
    }

    // The page puts the bar's script into itself, as the document tells to; the bar brings a frame of this server.
    private static string PolicyWith(string nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self'; connect-src 'self'; "
        + "frame-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Who has a validator of one's own knows what it accepts.
    private static DemoSettings SettingsOf(SpaceSettings space) => new(
        [.. space.Agents.Select(a => a.AccountCode).OfType<string>().Take(AccountsMax)],
        space.TenantSpaceId,
        space.ConnectionBar.ValidateUrl is null ? BarSettings.DemoAccessToken : "",
        Numbers);
}
