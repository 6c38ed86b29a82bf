using System.Globalization;
using CecSim.Simulation.Findings;
using CecSim.Simulation.Polls;
using CecSim.Simulation.Users;
using Microsoft.Net.Http.Headers;

namespace CecSim.Server.Recording;

/// <summary>Tells the monitor of clients what the user of a request does.</summary>
internal sealed class RecordedClient
{
    private readonly User _user;
    private readonly PollTracker? _poll;
    private IReadOnlyList<IClientEvent> _events = [];
    private bool _isSuperseded;

    private RecordedClient(RecordedRequest recording, VendorExchange exchange, User user)
    {
        var monitor = exchange.Space.Monitor;
        _user = user;
        var tokens = TokensOf(exchange);
        monitor.Asks(user, tokens, recording.Id);
        if (exchange.Route.Operation.PollKind is { } kind)
        {
            _poll = monitor.PollBegins(user, kind, tokens, recording.Id);
        }
    }

    public string UserId => _user.UserId;

    /// <returns>Null when no user of the space stands behind the request, as far as its token tells.</returns>
    public static RecordedClient? Meet(RecordedRequest recording, VendorExchange exchange, Space space) =>
        exchange.Route.Operation.CarriesMessagingToken
        && exchange.Header(CecHeaders.MessagingToken) is { Length: > 0 } token
        && space.MessagingTokens.OwnerOf(token) is { } user
            ? new RecordedClient(recording, exchange, user)
            : null;

    public void Released(IReadOnlyList<IClientEvent> events, bool isSuperseded) =>
        (_events, _isSuperseded) = (events, isSuperseded);

    public void OnAnswered(RecordedRequest recording, VendorExchange exchange)
    {
        if (recording.Space is not { } space)
        {
            return;
        }

        var (status, entry) = (exchange.Http.Response.StatusCode, recording.Id);
        var isOfTokens = status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden;
        if (isOfTokens)
        {
            space.Monitor.Refused(_user, TokensOf(exchange), status);
        }

        var isSuccess = status == StatusCodes.Status200OK && !recording.IsRefused;
        if (_poll is not null && isSuccess)
        {
            space.Monitor.PollSucceeds(_poll, _events, _isSuperseded, entry);
        }
        else if (_poll is not null)
        {
            space.Monitor.PollFails(_poll, isOfTokens, BackOffIn(exchange.Http.Response), entry);
        }
        else
        {
            TellSession(recording, exchange, isSuccess);
        }
    }

    /// <summary>The connection ended before the whole answer was out.</summary>
    public void OnAborted(RecordedRequest recording, VendorExchange exchange)
    {
        if (recording.Space is not { } space)
        {
            return;
        }

        if (_poll is null)
        {
            TellSession(recording, exchange, isSuccess: false);
        }
        else if (recording.IsBroken)
        {
            space.Monitor.PollFails(_poll, isOfTokens: false, TimeSpan.Zero, recording.Id);
        }
        else
        {
            var hold = _poll.Kind == PollKind.Chat ? space.Settings.ChatPollHold : space.Settings.EventPollHold;
            space.Monitor.PollIsCutShort(_poll, hold, isOwnDoing: recording.Faults.Count == 0, recording.Id);
        }
    }

    private static TokenPair TokensOf(VendorExchange exchange) =>
        TokenPair.Of(exchange.Header(HeaderNames.Authorization), exchange.Header(CecHeaders.MessagingToken));

    private static TimeSpan BackOffIn(HttpResponse response) =>
        int.TryParse(response.Headers.RetryAfter, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.Zero;

    // Whoever tried to end a session has done its part, also where a fault kept it from succeeding.
    private void TellSession(RecordedRequest recording, VendorExchange exchange, bool isSuccess)
    {
        var (monitor, entry) = (recording.Space!.Monitor, recording.Id);
        var canLeave = isSuccess || recording.Faults.Count > 0;
        var effect = exchange.Route.Operation.Session;
        var control = effect == SessionEffect.ByControlType ? exchange.Body?.GetStringOrEmpty("controlType") : null;
        switch (effect, control)
        {
            case (SessionEffect.BeginsCall, _) when isSuccess:
                monitor.SessionBegan(_user, PollKind.ClickToCall, entry);
                break;
            case (SessionEffect.EndsCall, _) when canLeave:
                monitor.SessionLeft(_user, PollKind.ClickToCall, entry);
                break;
            case (_, "CONNECT") when isSuccess:
                monitor.SessionBegan(_user, PollKind.Chat, entry);
                break;
            case (_, "DISCONNECT") when canLeave:
                monitor.SessionLeft(_user, PollKind.Chat, entry);
                break;
        }
    }
}
