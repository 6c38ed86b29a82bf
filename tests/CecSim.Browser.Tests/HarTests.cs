namespace CecSim.Browser.Tests;

/// <summary>The journal as HTTP Archive: in the file a browser finds what the server answered.</summary>
public sealed class HarTests(Chromium chromium)
{
    private const string CheckPath = "/apiaccess/ccmessaging/v1/checkClickToCallSupport?channel=WEB";

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_browser_answers_from_the_archive_what_the_server_answered()
    {
        var file = Path.GetTempFileName();
        string address;
        await using (var cecsim = await CecSimProcess.ServeAsync())
        {
            address = cecsim.Address.GetLeftPart(UriPartial.Authority);
            using var http = new HttpClient { BaseAddress = new Uri(address) };
            using var refused = await http.GetAsync(CheckPath, TestEnds);
            await File.WriteAllTextAsync(
                file, await http.GetStringAsync("/_cecsim/journal/har", TestEnds), TestEnds);
        }

        // The server is gone: what is answered now comes out of the file.
        var page = await chromium.Browser.NewPageAsync();
        await page.RouteFromHARAsync(file, new() { NotFound = HarNotFound.Abort, Url = "**/apiaccess/**" });
        await page.RouteAsync(address + "/", route => route.FulfillAsync(new() { Body = "a page" }));
        await page.GotoAsync(address + "/");
        var told = await page.EvaluateAsync<string>(
            """
            async path => {
              const answer = await fetch(path)
              return `${answer.status} ${(await answer.json()).exceptionInfo}`
            }
            """,
            CheckPath);

        Assert.Equal(
            "403 auth fail! illegal or expired token info. please apply or refresh the access token from the server!",
            told);
        await page.CloseAsync();
        File.Delete(file);
    }
}
