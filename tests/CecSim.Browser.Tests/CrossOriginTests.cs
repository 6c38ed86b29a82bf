namespace CecSim.Browser.Tests;

/// <summary>
/// The documents' own requests in a page of another origin, against <c>serve</c> as a user starts it: nothing but what
/// the server answers lets a browser send them.
/// </summary>
public sealed class CrossOriginTests(Chromium chromium)
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [Shows("1/cors")]
    public async Task The_documents_requests_go_from_the_tokens_to_168110(string host)
    {
        await using var cecsim = await CecSimProcess.ServeAsync();
        await using var page = await PageOfAnotherOrigin.OpenAsync(chromium.Browser, host);

        var seen = await PlaceCallAsync(page, cecsim);

        Assert.Equal("168101 168110", string.Join(' ', seen[^1]!["events"]!.AsArray()));
        var preflights = await JournalAsync(cecsim, "?method=OPTIONS");
        Assert.Equal(
            ["applyToken", "checkClickToCallSupport", "createClickToCall", "dropClickToCall", "getClickToCallEvents",
                "tokenByAkSk"],
            preflights.Select(p => new Uri((string)p!["request"]!["url"]!).Segments[^1]).Distinct().Order());
        Assert.Contains($"a page of {page.Origin} may send", await ExplainAsync(cecsim, preflights[0]!));
    }

    [Fact]
    public async Task A_text_session_with_a_file_runs_too()
    {
        await using var cecsim = await CecSimProcess.ServeAsync("--rate", "20");
        await using var page = await PageOfAnotherOrigin.OpenAsync(chromium.Browser, "localhost");

        var told = await page.Page.EvaluateAsync<string>(
            """
            async options => {
              const cec = window.cecOf(options)
              await cec.signIn()
              await cec.send('CONNECT', 'start')
              const file = await cec.upload('txt', btoa('a file'))
              await cec.send('CHAT', 'Where is my parcel?')
              let messages = []
              while (!messages.some(m => m.sourceType === 'AGENT')) {
                messages = messages.concat(await cec.poll())
              }
              await cec.send('DISCONNECT', '')
              return `${file.length} ${messages.find(m => m.sourceType === 'AGENT').controlType}`
            }
            """,
            OptionsOf(cecsim)).WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, TestEnds);

        Assert.Equal("32 CHAT", told);
    }

    [Fact]
    public async Task A_page_reads_refusals_and_what_CecSim_says_of_them()
    {
        await using var cecsim = await CecSimProcess.ServeAsync();
        await using var page = await PageOfAnotherOrigin.OpenAsync(chromium.Browser, "localhost");

        var told = await page.Page.EvaluateAsync<string[]>(
            """
            base => Promise.all([
              ['/apiaccess/ccmessaging/v1/checkClickToCallSupport?channel=WEB', { headers: { 'x-app-key': 'nobody' } }],
              ['/apiaccess/ccmessaging/nothing', { headers: { 'x-app-key': 'nobody' } }],
              ['/apiaccess/ccmessaging/pushMsg', { method: 'POST', headers: { 'x-app-key': 'nobody' } }],
              ['/apiaccess/ccmessaging/v1/createClickToCall', { headers: { 'x-app-key': 'nobody' } }]
            ].map(async ([path, init]) => {
              const answer = await fetch(base + path, init)
              return `${answer.status} ${(await answer.json()).errorCode} ${answer.headers.get('X-CecSim-Why')}`
            }))
            """,
            BaseOf(cecsim)).WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, TestEnds);

        Assert.Equal("403 0 x-app-key belongs to no space of this server", told[0]);
        Assert.StartsWith("404 0 ", told[1], StringComparison.Ordinal);
        Assert.StartsWith("501 0 ", told[2], StringComparison.Ordinal);
        Assert.StartsWith("405 0 ", told[3], StringComparison.Ordinal);
    }

    [Fact]
    [Shows("1/cors-off")]
    public async Task Without_CORS_the_browser_blocks_the_page_and_the_journal_says_why()
    {
        var scenario = Directory.CreateTempSubdirectory("cecsim-cors-");
        var file = Path.Combine(scenario.FullName, "no-cors.yaml");
        await File.WriteAllTextAsync(
            file, "name: no-cors\nabout: A tenant that answers no other origins.\nspace: { cors: false }\n", TestEnds);
        await using var cecsim = await CecSimProcess.ServeAsync("--scenario", file);
        await using var page = await PageOfAnotherOrigin.OpenAsync(chromium.Browser, "localhost");

        var seen = await PlaceCallAsync(page, cecsim);

        Assert.Equal("Network Error", (string?)seen.Single(s => (string?)s!["step"] == "failed")!["why"]);
        Assert.Contains(page.Console, line => line.Contains("blocked by CORS policy", StringComparison.Ordinal));
        var preflight = Assert.Single(await JournalAsync(cecsim, "", "no-cors"));
        Assert.Contains(
            $"a page of {page.Origin} may not send POST: this space answers no other origins (cors: false)",
            await ExplainAsync(cecsim, preflight!, "no-cors"));
        scenario.Delete(recursive: true);
    }

    private static async Task<JsonArray> PlaceCallAsync(PageOfAnotherOrigin page, CecSimProcess cecsim)
    {
        var told = await page.Page.EvaluateAsync<string>("options => window.placeCall(options)", OptionsOf(cecsim))
            .WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, TestEnds);
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        return JsonNode.Parse(told)!.AsArray();
    }

    private static string BaseOf(CecSimProcess cecsim) => cecsim.Address.GetLeftPart(UriPartial.Authority);

    private static object OptionsOf(CecSimProcess cecsim) => new
    {
        @base = BaseOf(cecsim),
        appKey = "cecsim-demo-key",
        appSecret = "cecsim-demo-secret",
        channelId = "202403010000000001",
        userId = "page-user",
        mediaAbility = "0",
        sequence = "voice",
        dropAfter = new { eventId = 168101, times = 1 },
    };

    private static async Task<JsonArray> JournalAsync(CecSimProcess cecsim, string query, string space = "demo") =>
        (await ReadAsync(cecsim, $"spaces/{space}/journal{query}"))["entries"]!.AsArray();

    private static async Task<string> ExplainAsync(CecSimProcess cecsim, JsonNode entry, string space = "demo") =>
        (string)(await ReadAsync(cecsim, $"spaces/{space}/explain/{entry["id"]}"))["text"]!;

    private static async Task<JsonNode> ReadAsync(CecSimProcess cecsim, string path)
    {
        using var http = new HttpClient { BaseAddress = cecsim.Address };
        return JsonNode.Parse(await http.GetStringAsync($"/_cecsim/{path}", TestEnds))!;
    }
}
