using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using Files = CecSim.Scenarios.ScenarioFiles;

namespace CecSim.ScenarioFiles.Tests.Faults;

/// <summary>
/// Places a call in frozen time over bare sockets, a new one for each request, and writes down what its caller sees of
/// events and faults. The caller renews its tokens when it is refused, asks again when an answer is broken, after a
/// second or when it is told to, and gives up on one that does not come within a minute.
/// </summary>
internal sealed class FaultLadder : IAsyncDisposable
{
    private const string Prefix = "/apiaccess/ccmessaging/";
    private const string Json = "application/json;charset=UTF-8";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PatienceWithAnswer = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly WebApplication _app;
    private readonly Space _space;
    private readonly DateTimeOffset _start;
    private readonly List<string> _lines = [];
    private readonly StringBuilder _transcript = new();
    private string _tokens = "";

    private FaultLadder(SpaceSettings settings)
    {
        _app = CecSimHost.Build(new CecSimArgs
        {
            Spaces = [settings],
            Urls = ["http://127.0.0.1:0"],
            Clock = ClockSettings.Frozen,
            LogLevel = LogLevel.None,
        });
        _space = _app.Services.GetRequiredService<SpaceDirectory>().First;
        _start = _space.Time.ReadNow();
    }

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    /// <summary>What the caller sees, with the second of space time.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>All bytes that the caller got.</summary>
    public string Transcript => _transcript.ToString();

    /// <param name="seed">Null for the scenario's own.</param>
    public static async Task<FaultLadder> RunAsync(string file, ulong? seed = null)
    {
        var load = Files.Load([file]);
        Assert.Empty(load.Complaints);
        var settings = load.Scenarios.Single().Space;
        await using var ladder = new FaultLadder(settings with { Seed = seed ?? settings.Seed });
        await ladder._app.StartAsync(TestEnds);
        await ladder.SignInAsync();
        while (await ladder.CreateAsync() is false)
        {
        }

        await ladder.PollToTheEndAsync();
        return ladder;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private TimeSpan Age => _space.Time.ReadNow() - _start;

    private async Task PollToTheEndAsync()
    {
        int? seen = null;
        while (seen is not (168103 or 168105 or 168110) && Age < Patience)
        {
            var answer = await AskAsync("GET", Prefix + "v1/getClickToCallEvents?channel=WEB", "");
            seen = null;
            if (await IsFineAsync(answer) && answer.Json["eventId"] is { } eventId)
            {
                seen = (int)eventId;
                var type = answer.Header("Content-Type");
                Write($"{seen} {answer.Json["resultDesc"]}{(type == Json ? "" : $", said to be {type}")}");
            }
        }
    }

    private async Task<bool> CreateAsync()
    {
        var body = """{"channel":"WEB","mediaAbility":"0"}""";
        return await IsFineAsync(await AskAsync("POST", Prefix + "v1/createClickToCall", body));
    }

    private async Task<bool> IsFineAsync(RawAnswer answer)
    {
        var code = answer is { Damage: null, Status: 200 } ? (string?)answer.Json["resultCode"] : null;
        if (code == "0")
        {
            return true;
        }

        var retryAfter = answer.Damage is null ? answer.Header("Retry-After") : null;
        Write(answer.Damage
            ?? (code is null ? $"{answer.Status} {answer.Header("X-CecSim-Why")} {retryAfter}" : $"resultCode {code}"));
        if (answer is { Damage: null, Status: 401 or 403 })
        {
            await SignInAsync();
            return false;
        }

        var wait = TimeSpan.FromSeconds(double.Parse(retryAfter ?? "1", CultureInfo.InvariantCulture));
        await _space.Time.AdvanceAsync(wait, TestEnds);
        return false;
    }

    private async Task SignInAsync()
    {
        var settings = _space.Settings;
        _tokens = $"x-app-key: {settings.AppKey}\r\n";
        var fabric = await AskAsync(
            "POST",
            "/apigovernance/api/oauth/tokenByAkSk",
            $$"""{"app_key":"{{settings.AppKey}}","app_secret":"{{settings.AppSecret}}"}""");
        _tokens += $"Authorization: Bearer {fabric.Json["AccessToken"]}\r\n";
        var messaging = await AskAsync(
            "POST",
            Prefix + "applyToken",
            $$"""{"userId":"u1","userName":"Ann","channelId":"{{settings.Channels[0].Id}}","locale":"en"}""");
        _tokens += $"ccmessaging-token: {messaging.Json["token"]}\r\n";
    }

    private async Task<RawAnswer> AskAsync(string method, string path, string body)
    {
        using var patience = new CancellationTokenSource();
        var request =
            $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{_tokens}" +
            $"Content-Length: {body.Length}\r\n\r\n{body}";
        var asked = RawAnswer.AskAsync(new Uri(_app.Urls.Single()), request, patience.Token);
        var givesUpAt = Age + PatienceWithAnswer;
        while (await Task.WhenAny(asked, _space.Time.WhenWaitingAsync(1, TestEnds)) != asked)
        {
            if (Age >= givesUpAt)
            {
                await patience.CancelAsync();
                await _space.Time.WhenWaitingAsync(0, TestEnds);
                break;
            }

            await _space.Time.AdvanceAsync(Step, TestEnds);
        }

        var answer = await asked;
        _transcript.Append(CultureInfo.InvariantCulture, $"{Age} {answer.WithoutDate} {answer.Break}\n");
        return answer;
    }

    private void Write(string what) =>
        _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{Age.TotalSeconds:0.#}s {what.TrimEnd()}"));
}
