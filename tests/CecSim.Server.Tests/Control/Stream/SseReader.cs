using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control.Stream;

/// <summary>The stream of a space as it comes over the wire, line by line.</summary>
internal sealed class SseReader : IDisposable
{
    private readonly HttpClient _http;
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    // Of real time, against events that never come.
    private readonly CancellationTokenSource _limit = CancellationTokenSource.CreateLinkedTokenSource(TestEnds);

    private SseReader(HttpClient http, HttpResponseMessage response, StreamReader lines)
    {
        _http = http;
        _response = response;
        _lines = lines;
        _limit.CancelAfter(TimeSpan.FromSeconds(20));
    }

    public string? ContentType => _response.Content.Headers.ContentType?.MediaType;

    /// <summary>From the moment that this is done on, all that happens is told.</summary>
    public static async Task<SseReader> FollowAsync(TestCec cec)
    {
        // Who leaves a stream hangs up; by default a client reads on for two seconds, to keep its connection.
        var http = new HttpClient(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero })
        {
            BaseAddress = cec.Http.BaseAddress,
        };
        var response = await http.GetAsync(
            "/_cecsim/spaces/demo/stream", HttpCompletionOption.ResponseHeadersRead, TestEnds);
        response.EnsureSuccessStatusCode();
        var reader = new SseReader(
            http, response, new StreamReader(await response.Content.ReadAsStreamAsync(TestEnds)));
        Assert.Equal("demo", (string?)(await reader.NextAsync("following"))["space"]);
        return reader;
    }

    /// <summary>The next one of a kind; those of other kinds before it are passed over.</summary>
    public async Task<JsonNode> NextAsync(string kind)
    {
        while (await NextAsync() is var (name, body))
        {
            if (name == kind)
            {
                return body;
            }
        }

        throw new EndOfStreamException($"The stream ended before any {kind}.");
    }

    /// <summary>Names and bodies until there is one of that kind, which is the last one.</summary>
    public async Task<IReadOnlyList<(string Name, JsonNode Body)>> UntilAsync(string kind)
    {
        var all = new List<(string Name, JsonNode Body)>();
        while (all.Count == 0 || all[^1].Name != kind)
        {
            all.Add(await NextAsync() ?? throw new EndOfStreamException($"The stream ended before any {kind}."));
        }

        return all;
    }

    /// <returns>Null at the end of the stream.</returns>
    public async Task<(string Name, JsonNode Body)?> NextAsync()
    {
        if (await _lines.ReadLineAsync(_limit.Token) is not { } name)
        {
            return null;
        }

        var data = await _lines.ReadLineAsync(_limit.Token);
        Assert.StartsWith("event: ", name, StringComparison.Ordinal);
        Assert.StartsWith("data: ", data, StringComparison.Ordinal);
        Assert.Equal("", await _lines.ReadLineAsync(_limit.Token));
        return (name["event: ".Length..], JsonNode.Parse(data!["data: ".Length..])!);
    }

    public void Dispose()
    {
        _limit.Dispose();
        _lines.Dispose();
        _response.Dispose();
        _http.Dispose();
    }
}
