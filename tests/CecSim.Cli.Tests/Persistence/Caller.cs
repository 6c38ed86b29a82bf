using System.Net.Http.Json;

namespace CecSim.Cli.Tests.Persistence;

/// <summary>A client that calls, takes all events of its call, and calls again, whatever its server does.</summary>
internal sealed class Caller(string userId)
{
    private const string Root = "/apiaccess/ccmessaging/";

    private readonly List<List<string>> _calls = [];
    private string? _accessToken;
    private string? _messagingToken;
    private List<string>? _call;

    // The answer to its creation was lost with the server.
    private bool _mayHaveCall;

    /// <summary>The events of each call that was over.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Calls => _calls;

    /// <summary>What the server no longer knew though it had answered it; null when it knew all.</summary>
    public string? Complaint { get; private set; }

    /// <summary>How many calls it gave up, whose next event did not come.</summary>
    public int LostCount { get; private set; }

    /// <summary>Goes on until the connection breaks.</summary>
    public async Task LiveAsync(Uri address, AnswerCount answers)
    {
        using var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
        try
        {
            while (Complaint is null)
            {
                await StepAsync(http);
                answers.Add();
            }
        }
        catch (HttpRequestException)
        {
            // The server was killed.
        }
    }

    /// <summary>Takes what is left of its call.</summary>
    public async Task EndCallAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
        while (_call is not null && Complaint is null)
        {
            await StepAsync(http);
        }
    }

    private async Task StepAsync(HttpClient http)
    {
        if (_accessToken is null)
        {
            var body = await AskAsync(http, HttpMethod.Post, "/apigovernance/api/oauth/tokenByAkSk", new
            {
                app_key = "cecsim-demo-key",
                app_secret = "cecsim-demo-secret",
            });
            _accessToken = (string?)body?["AccessToken"];
        }
        else if (_messagingToken is null)
        {
            var body = await AskAsync(http, HttpMethod.Post, Root + "applyToken", new
            {
                userId,
                userName = "Ann",
                channelId = "202403010000000001",
                locale = "en",
            });
            _messagingToken = (string?)body?["token"];
        }
        else if (_call is null)
        {
            var isFirst = !_mayHaveCall;
            _mayHaveCall = true;
            var body = await AskAsync(
                http, HttpMethod.Post, Root + "v1/createClickToCall", new { channel = "WEB", mediaAbility = "0" });
            if (isFirst && (string?)body?["resultCode"] != "0")
            {
                Complaint ??= $"{userId}: {body?.ToJsonString()} at a new call";
            }

            (_call, _mayHaveCall) = ([], false);
        }
        else
        {
            Take(await AskAsync(http, HttpMethod.Get, Root + "v1/getClickToCallEvents?channel=WEB", body: null));
        }
    }

    private void Take(JsonNode? polled)
    {
        if (polled?["eventId"]?.ToString() is not { } eventId)
        {
            if ((string?)polled?["resultCode"] != "0")
            {
                Complaint ??= $"{userId}: {polled?.ToJsonString()} after {string.Join(", ", _call!)}";
            }

            // A call of this scenario is over within a moment: what has not come by now is lost.
            LostCount++;
            _call = null;
            return;
        }

        _call!.Add(eventId);
        if (eventId == "168110")
        {
            _calls.Add(_call);
            _call = null;
        }
    }

    private async Task<JsonNode?> AskAsync(HttpClient http, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body);
        if (_accessToken is not null)
        {
            request.Headers.Add("x-app-key", "cecsim-demo-key");
            request.Headers.Add("Authorization", $"Bearer {_accessToken}");
        }

        if (_messagingToken is not null)
        {
            request.Headers.Add("ccmessaging-token", _messagingToken);
        }

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            Complaint ??= $"{userId}: {path} {(int)answer.StatusCode} {text}";
        }

        return JsonNode.Parse(text);
    }
}

/// <summary>Tells when so many answers have come.</summary>
internal sealed class AnswerCount(int enough)
{
    private readonly TaskCompletionSource _isReached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    public Task IsReached => _isReached.Task;

    public int Count => _count;

    public void Add()
    {
        if (Interlocked.Increment(ref _count) == enough)
        {
            _isReached.TrySetResult();
        }
    }
}
