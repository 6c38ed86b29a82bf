using CecSim.Simulation.Calls;
using CecSim.Simulation.Scripts;

namespace CecSim.Server.DryRuns;

/// <summary>
/// A client as the documents want it: both tokens (chapter 2), create and poll (chapter 5), both tokens anew after a
/// refusal (chapter 6), three attempts in a row, or three retries, as the profile's document counts (chapter 5,
/// step 4). It connects a text session first where a channel wants one, and hangs up when nothing comes any more.
/// </summary>
internal sealed class ModelClient(
    FrozenServer server, SpaceSettings space, DryRunCall call, CancellationToken cancellationToken)
{
    public const string EventPoll = "getClickToCallEvents";

    private const string Messaging = "/apiaccess/ccmessaging/";

    // Faults could keep a client busy for ever; no story needs as many.
    private const int RequestsMax = 2000;

    private static readonly int[] FinalEvents =
    [
        (int)CallEventKind.Released, (int)CallEventKind.QueueTimeout, (int)CallEventKind.Failed,
    ];

    private readonly int _attemptsMax = space.Profile.FailuresInRowMax;
    private readonly List<LadderRow> _rows = [];
    private string? _accessToken;
    private string? _messagingToken;

    public IReadOnlyList<LadderRow> Rows => _rows;

    /// <returns>How it ended, in words, and whether that is how a story may end.</returns>
    public async Task<(string Outcome, bool IsSound)> PlaceCallAsync()
    {
        if (!await SignInAsync())
        {
            return ("gave up: no tokens", false);
        }

        var support = await AskAsync(HttpMethod.Get, "v1/checkClickToCallSupport?channel=WEB");
        if (!support.IsSuccess)
        {
            return ("gave up: it could not ask whether click-to-call is supported", false);
        }

        if (NeedsChatFirst && !(await ChatAsync()).IsSuccess)
        {
            return ("gave up: the text session that must come first was not created", false);
        }

        var created = await AskAsync(
            HttpMethod.Post,
            "v1/createClickToCall",
            new JsonObject { ["channel"] = "WEB", ["mediaAbility"] = $"{(int)call.Media}" });
        return created.IsSuccess ? await FollowAsync() : ("gave up: the call was not created", created.IsRefusal);
    }

    private bool NeedsChatFirst => space.Channels.Any(c => c.Id == call.ChannelId && c.RequiresChatFirst);

    private Task<LadderRow> ChatAsync() => AskAsync(
        HttpMethod.Post,
        "send",
        new JsonObject
        {
            ["channel"] = "WEB",
            ["content"] = "start",
            ["controlType"] = "CONNECT",
            ["from"] = call.UserId,
            ["mediaType"] = "TEXT",
            ["sourceType"] = "CUSTOMER",
            ["to"] = call.ChannelId,
        });

    private async Task<(string Outcome, bool IsSound)> FollowAsync()
    {
        var (failuresInRow, hasDropped, lastEventAt) = (0, false, server.Now);
        while (_rows.Count < RequestsMax)
        {
            var poll = await AskAsync(HttpMethod.Get, $"v1/{EventPoll}?channel=WEB", attemptsMax: 1);
            failuresInRow = poll.IsSuccess ? 0 : failuresInRow + 1;
            if (failuresInRow == _attemptsMax)
            {
                return ($"gave up: {_attemptsMax} polls failed in a row", false);
            }

            if (poll.EventId is { } eventId)
            {
                lastEventAt = server.Now;
                if (FinalEvents.Contains(eventId))
                {
                    return ($"ended by {eventId}", true);
                }
            }
            else if (poll.IsEmptyPoll && server.Now - lastEventAt >= Patience)
            {
                if (hasDropped)
                {
                    return ("gave up: the end of the call was never told", false);
                }

                hasDropped = true;
                lastEventAt = server.Now;
                await AskAsync(HttpMethod.Post, "v1/dropClickToCall", new JsonObject { ["channel"] = "WEB" });
            }
        }

        return ($"gave up after {RequestsMax} requests", false);
    }

    /// <summary>How long nothing may come before the customer hangs up: longer than any pause of the script.</summary>
    private TimeSpan Patience
    {
        get
        {
            var rule = call.RuleNumber is { } number ? space.Calls[number - 1] : null;
            IEnumerable<Script> scripts = rule is null ? [] : [rule.Script, rule.OnDrop, .. space.Scripts.Values];
            var pauses = scripts.SelectMany(ScriptSteps.AllOf).Select(PauseOf);
            return pauses.Append(TimeSpan.FromSeconds(30)).Max() + TimeSpan.FromSeconds(30);
        }
    }

    private static TimeSpan PauseOf(ScriptStep step) => step switch
    {
        ScriptStep.Wait wait => wait.For.Longest,
        ScriptStep.Await { Within: { } within } => within,
        _ => TimeSpan.Zero,
    };

    private async Task<bool> SignInAsync()
    {
        (_accessToken, _messagingToken) = (null, null);
        var fabric = await AttemptAsync(() => Request(
            HttpMethod.Post,
            "/apigovernance/api/oauth/tokenByAkSk",
            new JsonObject { ["app_key"] = space.AppKey, ["app_secret"] = space.AppSecret }));
        _accessToken = fabric.Text("AccessToken");
        if (_accessToken is null)
        {
            return false;
        }

        var messaging = await AttemptAsync(() => Request(
            HttpMethod.Post,
            $"{Messaging}applyToken",
            new JsonObject
            {
                ["userId"] = call.UserId,
                ["userName"] = call.UserId,
                ["channelId"] = call.ChannelId,
                ["locale"] = "en",
            }));
        _messagingToken = messaging.Text("token");
        return _messagingToken is not null;
    }

    /// <summary>Asks with both tokens, and with new ones after a refusal.</summary>
    private async Task<LadderRow> AskAsync(
        HttpMethod method, string path, JsonObject? body = null, int? attemptsMax = null)
    {
        for (var renewals = 0; ; renewals++)
        {
            var row = await AttemptAsync(() => Request(method, Messaging + path, body), attemptsMax);
            if (!row.IsUnauthorized || renewals == _attemptsMax || !await SignInAsync())
            {
                return row;
            }
        }
    }

    /// <summary>Asks until there is an answer that says something: success, a result code, a refusal.</summary>
    private async Task<LadderRow> AttemptAsync(Func<HttpRequestMessage> request, int? attemptsMax = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var message = request();
            var operation = message.RequestUri!.OriginalString.Split('?')[0].Split('/')[^1];
            var (row, renewedToken) = await server.SendAsync(message, operation, cancellationToken);
            _rows.Add(row);
            _messagingToken = renewedToken ?? _messagingToken;
            if (row is { Status: 200, Body: not null }
                || row.IsUnauthorized
                || attempt == (attemptsMax ?? _attemptsMax))
            {
                return row;
            }
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path, JsonObject? body)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        foreach (var header in call.Headers)
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }

        if (_accessToken is not null)
        {
            request.Headers.TryAddWithoutValidation("x-app-key", space.AppKey);
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {_accessToken}");
        }

        if (_messagingToken is not null)
        {
            request.Headers.TryAddWithoutValidation("ccmessaging-token", _messagingToken);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        return request;
    }
}
