using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CecSim.Simulation.ConnectionBar;
using Files = CecSim.Scenarios.ScenarioFiles;

namespace CecSim.ScenarioFiles.Tests.ConnectionBar;

/// <summary>
/// Plays a person at a connection bar in frozen time over HTTP, and writes down what the page sees, with the second of
/// space time.
/// </summary>
internal sealed partial class BarLadder : IAsyncDisposable
{
    private const string Folder = "/service-cloud/ccdesktop/pages/cc-bar/";

    private readonly WebApplication _app;
    private readonly Space _space;
    private readonly List<string> _lines = [];
    private readonly DateTimeOffset _start;
    private HttpClient _http = null!;
    private bool _isLetIn;

    private BarLadder(SpaceSettings settings)
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

    public IReadOnlyList<string> Lines => _lines;

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    public static async Task<BarLadder> StartAsync(string file)
    {
        var load = Files.Load([file]);
        Assert.Empty(load.Complaints);
        var ladder = new BarLadder(load.Scenarios.Single().Space);
        await ladder._app.StartAsync(TestEnds);
        ladder._http = new HttpClient { BaseAddress = new Uri(ladder._app.Urls.Single()) };
        return ladder;
    }

    public async Task LoadAsync()
    {
        var settings = _space.Settings;
        var asked = PostAsync("js/ccbarclient.js", "https://crm.example", new JsonObject
        {
            ["access_token"] = BarSettings.DemoAccessToken,
            ["tenantSpaceId"] = settings.TenantSpaceId,
            ["userAccount"] = settings.Agents[0].AccountCode,
        });
        using var answer = await ReleasedAsync(asked);
        var body = await answer.Content.ReadAsStringAsync(TestEnds);
        if (!answer.IsSuccessStatusCode)
        {
            var info = (string)JsonNode.Parse(body)!["exceptionInfo"]!;
            Write($"{(int)answer.StatusCode} {info.Split("errorMessage is ")[1]}");
            return;
        }

        var cookiesCount = answer.Headers.NonValidated.TryGetValues("Set-Cookie", out var cookies) ? cookies.Count : 0;
        var late = FrameLate().Match(body) is { Success: true } found
            ? $" and the frame {found.Groups[1].Value} ms later"
            : "";
        Write($"200 with {cookiesCount} cookies{late}");
        _isLetIn = true;
    }

    /// <summary>Signs in, answers a customer's call after two seconds, talks for three, and wraps up.</summary>
    public async Task TakeACallAsync()
    {
        if (!_isLetIn || !await ActAsync("sign-in"))
        {
            return;
        }

        using var caller = new Caller(_http.BaseAddress!, _space.Settings, "u1");
        await caller.SignInAsync();
        await caller.CreateAsync();
        await FollowAsync(2);
        await ActAsync("answer");
        await FollowAsync(3);
        await ActAsync("release");
        await FollowAsync(5);
    }

    public async Task CallOutAsync(params string[] numbers)
    {
        await ActAsync("sign-in");
        await FollowAsync(0);
        foreach (var number in numbers)
        {
            await ActAsync("callout", new JsonObject { ["number"] = number, ["mode"] = "audio" });
            for (var isOver = false; !isOver;)
            {
                await FollowAsync(1);
                isOver = _lines[^1].EndsWith("AgentState_Ready", StringComparison.Ordinal);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<bool> ActAsync(string action, JsonObject? body = null)
    {
        using var answer = await PostAsync($"agent/{action}", OwnOrigin, body ?? []);
        if (answer.IsSuccessStatusCode)
        {
            return true;
        }

        Write($"{(int)answer.StatusCode} {answer.Headers.NonValidated["X-CecSim-Why"].ToString().Split(',')[0]}");
        return false;
    }

    private string OwnOrigin => _http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    // Second by second; the poll that is left waiting hangs up, and what comes then is for the next one.
    private async Task FollowAsync(int seconds)
    {
        for (var passed = 0; ; passed++)
        {
            while (await PollAsync())
            {
            }

            if (passed == seconds)
            {
                return;
            }

            await _space.Time.AdvanceAsync(TimeSpan.FromSeconds(1), TestEnds);
        }
    }

    private async Task<bool> PollAsync()
    {
        using var hangUp = CancellationTokenSource.CreateLinkedTokenSource(TestEnds);
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(TestEnds);
        var poll = PostAsync("agent/events", OwnOrigin, new JsonObject { ["page"] = "1" }, hangUp.Token);
        if (await Task.WhenAny(poll, _space.Time.WhenWaitingAsync(1, watch.Token)) != poll)
        {
            await hangUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
            await _space.Time.WhenWaitingAsync(0, TestEnds);
            return false;
        }

        await watch.CancelAsync();
        using var answer = await poll;
        var events = (await answer.Content.ReadFromJsonAsync<JsonObject>(TestEnds))!["events"]!.AsArray();
        foreach (var item in events)
        {
            Write((string)item!["event"]!["eventType"]!);
        }

        return true;
    }

    // The script's answer may be held in space time.
    private async Task<HttpResponseMessage> ReleasedAsync(Task<HttpResponseMessage> asked)
    {
        while (await Task.WhenAny(asked, _space.Time.WhenWaitingAsync(1, TestEnds)) != asked)
        {
            await _space.Time.AdvanceAsync(TimeSpan.FromSeconds(1), TestEnds);
        }

        return await asked;
    }

    private Task<HttpResponseMessage> PostAsync(
        string path, string origin, JsonObject body, CancellationToken? ends = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Folder + path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Origin", origin);
        return _http.SendAsync(request, ends ?? TestEnds);
    }

    private void Write(string what) => _lines.Add($"{(_space.Time.ReadNow() - _start).TotalSeconds}s {what}");

    [GeneratedRegex("\"frameLateMs\":([0-9]+)")]
    private static partial Regex FrameLate();
}
