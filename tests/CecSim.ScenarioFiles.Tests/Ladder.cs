using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CecSim.Server;
using CecSim.Server.Spaces;
using CecSim.Simulation.Clock;
using CecSim.Simulation.Spaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Files = CecSim.Scenarios.ScenarioFiles;

namespace CecSim.ScenarioFiles.Tests;

/// <summary>
/// Runs one scenario in frozen time over HTTP and writes down what its caller sees: a line for each answer of the event
/// poll, with the second of space time. A caller who is refused renews both tokens, as the documents tell it to.
/// </summary>
internal sealed class Ladder : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    private readonly WebApplication _app;
    private readonly Space _space;
    private readonly HttpClient _http = new();
    private readonly List<string> _lines = [];
    private readonly DateTimeOffset _start;

    private Ladder(SpaceSettings settings)
    {
        _app = CecSimHost.Build(new CecSimArgs
        {
            Spaces = [settings],
            Urls = ["http://127.0.0.1:0"],
            Clock = ClockSettings.Frozen,
        });
        _space = _app.Services.GetRequiredService<SpaceDirectory>().First;
        _start = _space.Time.ReadNow();
    }

    public static async Task<IReadOnlyList<string>> RunAsync(string file)
    {
        var load = Files.Load([file]);
        Assert.Empty(load.Complaints);
        await using var ladder = new Ladder(load.Scenarios.Single().Space);
        await ladder.RunAsync();
        return ladder._lines;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task RunAsync()
    {
        await _app.StartAsync();
        _http.BaseAddress = new Uri(_app.Urls.Single());
        await SignInAsync();
        await PostAsync("/apiaccess/ccmessaging/v1/createClickToCall", new { channel = "WEB", mediaAbility = "0" });
        while (_space.Time.ReadNow() - _start < Patience)
        {
            if (await PollAsync() is 168103 or 168105 or 168110)
            {
                return;
            }
        }
    }

    private async Task<int?> PollAsync()
    {
        var poll = _http.GetAsync("/apiaccess/ccmessaging/v1/getClickToCallEvents?channel=WEB");
        await LetTimePassUntilAsync(poll);
        using var response = await poll;
        if (!response.IsSuccessStatusCode)
        {
            Write($"{(int)response.StatusCode}");
            await SignInAsync();
            return null;
        }

        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        var eventId = (int?)answer["eventId"];
        if (eventId is not null)
        {
            Write($"{eventId} {answer["resultDesc"]}");
        }

        return eventId;
    }

    // Second by second, and no further than the answer: what comes then is for the next poll.
    private async Task LetTimePassUntilAsync(Task answer)
    {
        while (await Task.WhenAny(answer, _space.Time.WhenWaitingAsync(1, TestEnds)) != answer)
        {
            await _space.Time.AdvanceAsync(TimeSpan.FromSeconds(1), TestEnds);
        }
    }

    private void Write(string what) => _lines.Add($"{(_space.Time.ReadNow() - _start).TotalSeconds}s {what}");

    private async Task SignInAsync()
    {
        var headers = _http.DefaultRequestHeaders;
        headers.Clear();
        headers.Add("x-app-key", _space.Settings.AppKey);
        var fabric = await PostAsync(
            "/apigovernance/api/oauth/tokenByAkSk",
            new { app_key = _space.Settings.AppKey, app_secret = _space.Settings.AppSecret });
        headers.Add("Authorization", $"Bearer {fabric["AccessToken"]}");
        var messaging = await PostAsync(
            "/apiaccess/ccmessaging/applyToken",
            new { userId = "u1", userName = "Ann", channelId = _space.Settings.Channels[0].Id, locale = "en" });
        headers.Add("ccmessaging-token", (string?)messaging["token"]);
    }

    private async Task<JsonNode> PostAsync(string path, object body)
    {
        using var response = await _http.PostAsJsonAsync(path, body);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
