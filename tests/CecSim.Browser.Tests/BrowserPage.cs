namespace CecSim.Browser.Tests;

/// <summary>Opens pages of this assembly, without a web server: what the browser asks for is answered here.</summary>
internal static class BrowserPage
{
    // Microphone and camera are for secure pages only, and this counts as one.
    private const string Address = "http://localhost/";

    public static async Task<IPage> OpenAsync(IBrowser browser, string html)
    {
        var page = await browser.NewPageAsync();
        await page.RouteAsync($"{Address}**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = Read(html),
        }));
        await page.GotoAsync(Address);
        return page;
    }

    public static string Read(string name)
    {
        using var stream = typeof(BrowserPage).Assembly.GetManifestResourceStream($"pages/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
