using CecSim.Simulation.ConnectionBar;

namespace CecSim.Server.Tests.ConnectionBar;

/// <summary>What a browser does for a page with the bar in it, by hand: it sends Origin, and keeps cookies.</summary>
internal sealed class BarPage(HttpClient http)
{
    public const string Origin = "https://crm.example";
    public const string Script = "/service-cloud/ccdesktop/pages/cc-bar/js/ccbarclient.js";

    private string? _cookies;

    public static string Credentials(
        string token = BarSettings.DemoAccessToken, string tenant = "202403015666", string account = "11") =>
        $$"""{"access_token":"{{token}}","tenantSpaceId":"{{tenant}}","userAccount":"{{account}}"}""";

    /// <summary>Asks for the script as the documented page does, its content type included.</summary>
    public async Task<Answer> LoadAsync(
        string? body = null,
        string? origin = Origin,
        string path = Script + "?t=0.5",
        string contentType = "application/x-www-form-urlencoded; charset=UTF-8")
    {
        var answer = await SendAsync(HttpMethod.Post, path, body ?? Credentials(), origin, contentType);
        if (answer.Raw.Headers.NonValidated.TryGetValues("Set-Cookie", out var cookies))
        {
            _cookies = string.Join("; ", cookies.Select(c => c.Split(';')[0]));
        }

        return answer;
    }

    /// <summary>Does something as the bar's frame.</summary>
    public Task<Answer> ActAsync(string action, string body = "{}", string? origin = null) => SendAsync(
        HttpMethod.Post,
        $"/service-cloud/ccdesktop/pages/cc-bar/agent/{action}",
        body,
        origin ?? http.BaseAddress!.GetLeftPart(UriPartial.Authority),
        "application/json");

    public async Task MustAsync(string action, string body = "{}")
    {
        var answer = await ActAsync(action, body);
        Assert.Equal((200, "0", ""), (answer.Status, answer.Text("retcode"), answer.Text("message")));
    }

    /// <summary>The envelopes of all events until ten seconds bring none, as they came over the wire.</summary>
    public Task<IReadOnlyList<JsonNode>> TakeAsync(TestCec cec) => TakeAsync(cec.Space);

    public async Task<IReadOnlyList<JsonNode>> TakeAsync(Space space)
    {
        List<JsonNode> events = [];
        while (true)
        {
            var poll = ActAsync("events", """{"page":"1"}""");
            if (await Task.WhenAny(poll, space.Time.WhenWaitingAsync(1, TestCec.TestEnds)) != poll)
            {
                await space.Time.AdvanceAsync(TimeSpan.FromSeconds(10), TestCec.TestEnds);
            }

            var brought = EventsOf(await poll);
            if (brought.Count == 0)
            {
                return events;
            }

            events.AddRange(brought!);
        }
    }

    public Task<Answer> PreflightAsync(string? origin = Origin) =>
        SendAsync(HttpMethod.Options, Script, null, origin, "application/json");

    private static JsonArray EventsOf(Answer poll) => JsonNode.Parse(poll.Body)!["events"]!.AsArray();

    private async Task<Answer> SendAsync(
        HttpMethod method, string path, string? body, string? origin, string contentType)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin);
        }

        if (_cookies is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", _cookies);
        }

        return await Answer.ReadAsync(await http.SendAsync(request, TestCec.TestEnds));
    }
}
