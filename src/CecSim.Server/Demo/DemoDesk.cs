using System.Security.Cryptography;
using CecSim.Server.Pages;
using CecSim.Simulation.ConnectionBar;
using CecSim.Web;

namespace CecSim.Server.Demo;

/// <summary>
/// Pages of an enterprise, to look at without one's own: <c>/demo/agent</c> with the connection bar and a phone,
/// <c>/demo/customer</c> with a call and a chat; for the first space, or the one that <c>?space=</c> names.
/// </summary>
internal static class DemoDesk
{
    private const int AccountsMax = 50;

    private const string NothingElse = "default-src 'none'; frame-ancestors 'none'";

    // What it wants of this server it asks for as any page does; its secrets the control API tells it, by its rules.
    private const string OwnServerOnly =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // The device check asks no server for anything but its own script and style.
    private const string OwnFilesOnly =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'";

    private static readonly string[] Numbers = ["88889007", "88889008", "88889009"];

    public static void MapDemoDesk(this WebApplication app)
    {
        var spaces = app.Services.GetRequiredService<SpaceDirectory>();
        app.MapMethods("/demo/agent", PageAnswer.Methods, (RequestDelegate)(http => WriteAgentAsync(http, spaces)));
        app.MapMethods(
            "/demo/customer", PageAnswer.Methods, (RequestDelegate)(http => WriteCustomerAsync(http, spaces)));
        app.MapFile("/demo/customer.js", "customer.js", PageAnswer.Script, NothingElse);
        app.MapFile("/demo/customer.css", "customer.css", PageAnswer.Style, NothingElse);
        app.MapFile("/demo/agent.js", "agent.js", PageAnswer.Script, NothingElse);
        app.MapFile("/demo/agent.css", "agent.css", PageAnswer.Style, NothingElse);
        app.MapFile("/demo/device-check", "device-check.html", PageAnswer.Html, OwnFilesOnly);
        app.MapFile("/demo/device-check.js", "device-check.js", PageAnswer.Script, NothingElse);
        app.MapFile("/demo/device-check.css", "device-check.css", PageAnswer.Style, NothingElse);
    }

    private static Task WriteAgentAsync(HttpContext http, SpaceDirectory spaces)
    {
        if (SpaceOf(http, spaces) is not { } space)
        {
            return Task.CompletedTask;
        }

        var settings = JsonSerializer.Serialize(SettingsOf(space.Settings), VendorJson.Default.DemoSettings);
        var nonce = RandomNumberGenerator.GetHexString(32);
        var page = WebAssets.Text("agent.html").Replace("NONCE", nonce, StringComparison.Ordinal);
        return WriteAsync(http, page, settings, PolicyWith(nonce));
    }

    private static Task WriteCustomerAsync(HttpContext http, SpaceDirectory spaces)
    {
        if (SpaceOf(http, spaces) is not { } space)
        {
            return Task.CompletedTask;
        }

        var settings = new CustomerSettings(
            space.Settings.Name, [.. Lacks.Of(space.Settings, ServerAddress.Of(http).IsHttps)]);
        return WriteAsync(
            http,
            WebAssets.Text("customer.html"),
            JsonSerializer.Serialize(settings, VendorJson.Default.CustomerSettings),
            OwnServerOnly);
    }

    /// <returns>Null once it was answered that there is none.</returns>
    private static Space? SpaceOf(HttpContext http, SpaceDirectory spaces)
    {
        var name = http.Request.Query["space"].ToString();
        var space = name.Length > 0 ? spaces.Find(name)?.Space : spaces.First;
        if (space is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return space;
    }

    // The default encoder leaves no "<" in the settings, so that nothing can end the element that they stand in.
    private static Task WriteAsync(HttpContext http, string page, string settings, string policy) =>
        PageAnswer.WriteAsync(
            http,
            Encoding.UTF8.GetBytes(page.Replace("SETTINGS", settings, StringComparison.Ordinal)),
            PageAnswer.Html,
            policy,
            "no-store");

    // The page puts the bar's script into itself, as the document tells to; the bar brings a frame of this server.
    private static string PolicyWith(string nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self'; connect-src 'self'; "
        + "frame-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Who has a validator of one's own knows what it accepts.
    private static DemoSettings SettingsOf(SpaceSettings space) => new(
        space.Name,
        [.. space.Agents.Select(a => a.AccountCode).OfType<string>().Take(AccountsMax)],
        space.TenantSpaceId,
        space.ConnectionBar.ValidateUrl is null ? BarSettings.DemoAccessToken : "",
        Numbers);
}
