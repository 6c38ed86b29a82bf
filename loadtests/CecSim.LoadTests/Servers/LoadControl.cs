using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CecSim.LoadTests.Servers;

/// <summary>A server's control API, as far as a load test has hands on it; the floor has the same.</summary>
internal sealed class LoadControl : IDisposable
{
    private const string Root = "/_cecsim/";

    private readonly HttpClient _http;

    public LoadControl(Uri address, string? key)
    {
        _http = new HttpClient(LoadHttp.Handler(address))
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(5),
        };
        if (key is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    public void Dispose() => _http.Dispose();

    public async Task<bool> AnswersAsync(CancellationToken ends)
    {
        using var response = await _http.GetAsync(Root + "health/ready", ends);
        return response.IsSuccessStatusCode;
    }

    /// <param name="scenario">YAML.</param>
    /// <param name="isFrozen">Whether its time stands still until it is advanced.</param>
    public async Task<LoadSpace> CreateSpaceAsync(string scenario, bool isFrozen, CancellationToken ends)
    {
        var body = new JsonObject
        {
            ["inline"] = scenario,
            ["ownCredentials"] = true,
            ["clock"] = new JsonObject { ["mode"] = isFrozen ? "frozen" : "running" },
        };
        using var response = await _http.PostAsJsonAsync(Root + "spaces", body, ends);
        await EnsureAsync(response, ends);
        var space = (await response.Content.ReadFromJsonAsync<JsonObject>(ends))!;
        return new LoadSpace(
            (string)space["name"]!,
            new SpaceCredentials(
                (string)space["appKey"]!, (string)space["appSecret"]!, (string)space["channelIds"]![0]!));
    }

    public async Task DeleteSpaceAsync(LoadSpace space, CancellationToken ends)
    {
        using var response = await _http.DeleteAsync($"{Root}spaces/{space.Name}", ends);
        await EnsureAsync(response, ends);
    }

    public async Task<IReadOnlyDictionary<string, long>> CallsByUserAsync(LoadSpace space, CancellationToken ends)
    {
        var body = await _http.GetFromJsonAsync<JsonObject>($"{Root}spaces/{space.Name}/calls", ends);
        return body!["calls"]!.AsArray().ToDictionary(c => (string)c!["userId"]!, c => (long)c!["id"]!);
    }

    public async Task PushEventAsync(LoadSpace space, long callId, int eventId, string text, CancellationToken ends)
    {
        using var response = await _http.PostAsJsonAsync(
            $"{Root}spaces/{space.Name}/calls/{callId}/events",
            new JsonObject { ["event"] = eventId, ["resultDesc"] = text },
            ends);
        await EnsureAsync(response, ends);
    }

    /// <summary>Lets so much time go by at once in a space.</summary>
    public async Task AdvanceAsync(LoadSpace space, TimeSpan by, CancellationToken ends)
    {
        using var response = await _http.PostAsJsonAsync(
            $"{Root}spaces/{space.Name}/clock", new JsonObject { ["advance"] = $"{by.TotalSeconds:0.###}s" }, ends);
        await EnsureAsync(response, ends);
    }

    public async Task ResetAsync(LoadSpace space, CancellationToken ends)
    {
        using var response = await _http.PostAsJsonAsync(
            $"{Root}spaces/{space.Name}/reset", new JsonObject { ["scope"] = "all" }, ends);
        await EnsureAsync(response, ends);
    }

    /// <param name="collect">Whether the server collects its garbage first.</param>
    public async Task<ServerCost> CostAsync(bool collect, CancellationToken ends) =>
        (await _http.GetFromJsonAsync<ServerCost>(
            $"{Root}process?collect={(collect ? "true" : "false")}", JsonSerializerOptions.Web, ends))!;

    /// <returns>Null where the server does not measure itself.</returns>
    public async Task<ServerLatency?> LatencyAsync(CancellationToken ends)
    {
        using var response = await _http.GetAsync(Root + "latency", ends);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadFromJsonAsync<ServerLatency>(JsonSerializerOptions.Web, ends)
            : null;
    }

    private static async Task EnsureAsync(HttpResponseMessage response, CancellationToken ends)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException(
                $"{response.RequestMessage!.RequestUri} answered {(int)response.StatusCode}: "
                + await response.Content.ReadAsStringAsync(ends));
        }
    }
}
