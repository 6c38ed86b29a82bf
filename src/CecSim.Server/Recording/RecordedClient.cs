using System.Globalization;
using CecSim.Server.Exchanges;
using CecSim.Simulation;
using CecSim.Simulation.Findings;
using CecSim.Simulation.Polls;
using CecSim.Simulation.Spaces;
using CecSim.Simulation.Users;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CecSim.Server.Recording;

/// <summary>Tells the watch what the user of a request does.</summary>
internal sealed class RecordedClient
{
    private readonly User _user;
    private readonly WatchedPoll? _poll;
    private IReadOnlyList<IClientEvent> _events = [];
    private bool _isSuperseded;

    private RecordedClient(RecordedRequest recording, VendorExchange exchange, User user)
    {
        var watch = exchange.Space.Watch;
        _user = user;
        var tokens = TokensOf(exchange);
        watch.Asks(user, tokens, recording.Id);
        if (KindOf(exchange.Route.Operation) is { } kind)
        {
            _poll = watch.PollBegins(user, kind, tokens, recording.Id);
        }
    }

    public string UserId => _user.UserId;

    /// <returns>Null when no user of the space stands behind the request, as far as its token tells.</returns>
    public static RecordedClient? Meet(RecordedRequest recording, VendorExchange exchange, Space space) =>
        exchange.Route.Operation.CarriesMessagingToken()
        && exchange.Header(CecHeaders.MessagingToken) is { Length: > 0 } token
        && space.MessagingTokens.OwnerOf(token) is { } user
            ? new RecordedClient(recording, exchange, user)
            : null;

    public void Released(IReadOnlyList<IClientEvent> events, bool isSuperseded) =>
        (_events, _isSuperseded) = (events, isSuperseded);

    public void IsAnswered(RecordedRequest recording, VendorExchange exchange)
    {
        if (recording.Space is not { } space)
        {
            return;
        }

        var (status, entry) = (exchange.Http.Response.StatusCode, recording.Id);
        var isOfTokens = status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
            || status == space.Settings.AccessTokenRefusedStatus
            || status == space.Settings.MessagingTokenRefusedStatus;
        if (isOfTokens)
        {
            space.Watch.Refused(_user, TokensOf(exchange), status);
        }

        var isSuccess = status == StatusCodes.Status200OK && !recording.IsRefused;
        if (_poll is not null && isSuccess)
        {
            space.Watch.PollSucceeds(_poll, _events, _isSuperseded, entry);
        }
        else if (_poll is not null)
        {
            space.Watch.PollFails(_poll, isOfTokens, BackOffIn(exchange.Http.Response), entry);
        }
        else
        {
            TellSession(recording, exchange, isSuccess);
        }
    }

    /// <summary>The connection ended before the whole answer was out.</summary>
    public void IsCutShort(RecordedRequest recording, VendorExchange exchange)
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
            space.Watch.PollFails(_poll, isOfTokens: false, TimeSpan.Zero, recording.Id);
        }
        else
        {
            var hold = _poll.Kind == PollKind.Chat ? space.Settings.ChatPollHold : space.Settings.EventPollHold;
            space.Watch.PollIsCutShort(_poll, hold, isOwnDoing: recording.Faults.Count == 0, recording.Id);
        }
    }

    private static TokenPair TokensOf(VendorExchange exchange) =>
        TokenPair.Of(exchange.Header(HeaderNames.Authorization), exchange.Header(CecHeaders.MessagingToken));

    private static PollKind? KindOf(CecOperation operation) => operation switch
    {
        CecOperation.GetClickToCallEvents => PollKind.ClickToCall,
        CecOperation.Poll => PollKind.Chat,
        _ => null,
    };

    private static TimeSpan BackOffIn(HttpResponse response) =>
        int.TryParse(response.Headers.RetryAfter, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.Zero;

    // Whoever tried to end a session has done its part, also where a fault kept it from succeeding.
    private void TellSession(RecordedRequest recording, VendorExchange exchange, bool isSuccess)
    {
        var (watch, entry) = (recording.Space!.Watch, recording.Id);
        var canLeave = isSuccess || recording.Faults.Count > 0;
        var control = exchange.Route.Operation is CecOperation.Send or CecOperation.SendAsync
            ? exchange.Body?.Peek("controlType")
            : null;
        switch (exchange.Route.Operation, control)
        {
            case (CecOperation.CreateClickToCall, _) when isSuccess:
                watch.SessionBegan(_user, PollKind.ClickToCall, entry);
                break;
            case (CecOperation.DropClickToCall, _) when canLeave:
                watch.SessionLeft(_user, PollKind.ClickToCall, entry);
                break;
            case (_, "CONNECT") when isSuccess:
                watch.SessionBegan(_user, PollKind.Chat, entry);
                break;
            case (_, "DISCONNECT") when canLeave:
                watch.SessionLeft(_user, PollKind.Chat, entry);
                break;
        }
    }
}
