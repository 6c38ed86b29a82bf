using CecSim.Server.Certificates;
using CecSim.Simulation.ConnectionBar;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>
/// A server of its own in real time, and an enterprise's website of another origin and another site, with a page that
/// has the bar in it. All of it over HTTPS with the development CA, or all of it over plain HTTP.
/// </summary>
internal sealed class DeskSite : IAsyncDisposable
{
    private readonly LocalAuthority _authority;
    private readonly WebApplication _website;
    private readonly WebApplication _cec;
    private readonly string _scheme;

    private DeskSite(LocalAuthority authority, WebApplication website, WebApplication cec, string scheme)
    {
        _authority = authority;
        _website = website;
        _cec = cec;
        _scheme = scheme;
        Customer = new Customer(CecUrl("http"));
    }

    public Customer Customer { get; }

    public Space Space => _cec.Services.GetRequiredService<Server.Spaces.SpaceDirectory>().First;

    /// <summary>The enterprise's page.</summary>
    public Uri Address =>
        new(_website.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    /// <param name="events">What the page asks to be told.</param>
    /// <param name="language">The page's own; null for none.</param>
    /// <param name="html">Another page than <c>desk.html</c>, with the same words to fill in.</param>
    public static async Task<DeskSite> StartAsync(
        Chromium chromium,
        SpaceSettings space,
        string[] events,
        string scheme = "https",
        string? language = null,
        string? html = null)
    {
        var authority = LocalAuthority.Open(chromium.CertificateFolder, TimeProvider.System);
        var cec = CecSimHost.Build(new CecSimArgs
        {
            Urls = ["http://127.0.0.1:0"],
            HttpsPort = 0,
            CertificateFolder = chromium.CertificateFolder,
            Spaces = [space],
        });
        await cec.StartAsync(TestEnds);

        var website = Website(scheme == "https" ? authority : null);
        var site = new DeskSite(authority, website, cec, scheme);
        var text = html ?? BrowserPage.Read("desk.html");
        website.MapGet("/", http => http.Response.WriteAsync(site.PageText(text, events, language), TestEnds));
        await website.StartAsync(TestEnds);
        return site;
    }

    public Uri CecUrl(string scheme) =>
        new(_cec.Urls.First(u => u.StartsWith(scheme + "://", StringComparison.Ordinal)));

    /// <summary>Ends the server as a crash would.</summary>
    public Task StopCecAsync() => _cec.StopAsync(TestEnds);

    public async ValueTask DisposeAsync()
    {
        Customer.Dispose();
        await _website.DisposeAsync();
        await _cec.DisposeAsync();
        _authority.Dispose();
    }

    private string PageText(string html, string[] events, string? language)
    {
        var settings = Space.Settings;
        return html
            .Replace("<html>", language is null ? "<html>" : $"<html lang=\"{language}\">", StringComparison.Ordinal)
            .Replace("ACCESS_TOKEN", BarSettings.DemoAccessToken, StringComparison.Ordinal)
            .Replace("TENANT_SPACE_ID", settings.TenantSpaceId, StringComparison.Ordinal)
            .Replace("USER_ACCOUNT", settings.Agents[0].AccountCode, StringComparison.Ordinal)
            .Replace("CONTEXT_PATH", $"{CecUrl(_scheme)}service-cloud/", StringComparison.Ordinal)
            .Replace("EVENTS", JsonSerializer.Serialize(events), StringComparison.Ordinal);
    }

    private static WebApplication Website(LocalAuthority? authority)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(
            System.Net.IPAddress.Loopback,
            0,
            listener =>
            {
                if (authority is not null)
                {
                    listener.UseHttps(authority.ServerCertificate);
                }
            }));
        builder.Services.AddRoutingCore();
        var website = builder.Build();
        website.Use((http, next) =>
        {
            http.Response.ContentType = http.Request.Path.Value!.EndsWith(".js", StringComparison.Ordinal)
                ? "text/javascript"
                : "text/html;charset=UTF-8";
            return next(http);
        });
        website.UseRouting();

        // The document names 1.8.0, which npm has not; of its line there are 1.8.2 and 1.8.3.
        website.MapGet("/js/jquery-1.8.3.js", http => http.Response.SendFileAsync(
            Checkout.PathOf("tests", "bar-pages", "node_modules", "jquery", "tmp", "jquery.js"), TestEnds));
        return website;
    }
}
