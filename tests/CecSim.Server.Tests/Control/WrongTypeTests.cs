namespace CecSim.Server.Tests.Control;

/// <summary>Every operation of the control API, by its own document, with what does not fit.</summary>
public sealed partial class WrongTypeTests
{
    private static readonly string[] Bodies =
        ["", "null", "[]", "1", "\"x\"", "true", "{", "{\"noSuchKey\":1}", "[{\"x\":[]}]", "{\"a\":\"\\ud83d\"}"];

    private static readonly string[] Values =
        ["null", "[]", "{}", "1.5", "\"\\ud83d\"", "true", "\"§\"", "-99999999999999999999"];

    [Fact]
    public async Task No_answer_names_a_type_of_the_program()
    {
        await using var cec = await TestCec.StartAsync();
        var document = await cec.ReadAsync("/_cecsim/openapi/control.json");
        var asked = 0;
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                foreach (var request in RequestsOf(document, path, method, operation!))
                {
                    using var sent = request;
                    var (status, text) = await SendAsync(cec, sent);
                    asked++;
                    Assert.True(
                        status < 500 && !TypeName().IsMatch(text), $"{method} {sent.RequestUri}: {status} {text}");
                }
            }
        }

        Assert.True(asked > 300, $"Only {asked} requests.");
    }

    [Theory]
    [InlineData(
        "POST",
        "/_cecsim/spaces",
        """{"clock":{"mode":"frozen","rate":"fast"}}""",
        "$.clock.rate is not of the kind that control.json names.")]
    [InlineData("POST", "/_cecsim/spaces", """{"clock":{}}""", "$.clock lacks 'mode'.")]
    [InlineData("POST", "/_cecsim/spaces", """{"nmae":1}""", "The JSON property 'nmae' is unknown here.")]
    [InlineData("POST", "/_cecsim/spaces", "[]", "The body is not of the kind that control.json names.")]
    [InlineData("GET", "/_cecsim/spaces/demo/journal?limit=many", null, "limit must be 0 or more.")]
    public async Task It_is_said_what_is_wrong_and_where(string method, string path, string? body, string detail)
    {
        await using var cec = await TestCec.StartAsync();
        using var request = RequestOf(method, path, body);

        var (status, text) = await SendAsync(cec, request);

        Assert.Equal((400, detail), (status, (string?)JsonNode.Parse(text)!["detail"]));
    }

    private static IEnumerable<HttpRequestMessage> RequestsOf(
        JsonNode document, string path, string method, JsonNode operation)
    {
        var plain = path.Replace("{spaceName}", "demo", StringComparison.Ordinal);
        var inPath = Placeholder().Replace(plain, "1");

        // The stream never ends, and the export is of a space that nothing breaks.
        if (path.EndsWith("/stream", StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var wrong in (string[])["§", "1.5", "-1", "99999999999999999999"])
        {
            yield return RequestOf(method, Placeholder().Replace(plain, Uri.EscapeDataString(wrong)), "{}");
            foreach (var parameter in operation["parameters"]?.AsArray().Select(p => Resolved(document, p!)) ?? [])
            {
                if ((string?)parameter["in"] == "query")
                {
                    var query = $"{parameter["name"]}={Uri.EscapeDataString(wrong)}";
                    yield return RequestOf(method, $"{inPath}?{query}", null);
                }
            }
        }

        if (operation["requestBody"]?["content"]?["application/json"]?["schema"] is not { } schema)
        {
            yield break;
        }

        var single = Keys(document, schema).SelectMany(k => Values.Select(v => $"{{\"{k}\":{v}}}"));
        foreach (var body in Bodies.Concat(single))
        {
            yield return RequestOf(method, inPath, body);
        }
    }

    private static IEnumerable<string> Keys(JsonNode document, JsonNode schema) =>
        Resolved(document, schema)["properties"]?.AsObject().Select(p => p.Key) ?? [];

    private static JsonNode Resolved(JsonNode document, JsonNode node) => (string?)node["$ref"] is { } reference
        ? reference.Split('/').Skip(1).Aggregate(document, (n, key) => n[key]!)
        : (node["oneOf"] ?? node["anyOf"])?.AsArray().FirstOrDefault(n => n!["$ref"] is not null) is { } one
            ? Resolved(document, one)
            : node;

    private static HttpRequestMessage RequestOf(string method, string path, string? body) =>
        new(HttpMethod.Parse(method.ToUpperInvariant()), path)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };

    private static async Task<(int Status, string Text)> SendAsync(TestCec cec, HttpRequestMessage request)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestCec.TestEnds);
        limit.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            using var response = await cec.Http.SendAsync(request, limit.Token);
            var status = (int)response.StatusCode;
            return (status, status < 400 ? "" : await response.Content.ReadAsStringAsync(limit.Token));
        }
        catch (OperationCanceledException) when (!TestCec.TestEnds.IsCancellationRequested)
        {
            // It waits for what never comes, so nothing in it was wrong.
            return (0, "");
        }
    }

    [GeneratedRegex(@"\{[a-zA-Z]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(
        @"System\.|CecSim\.[A-Z]|Body\b|Nullable|`\d|\.NET|Int(16|32|64)|Microsoft\.|parameter \\?""|DateTimeOffset")]
    private static partial Regex TypeName();
}
