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
    private readonly TokenPair _tokens;
    private readonly WatchedPoll? _poll;
    private IReadOnlyList<IClientEvent> _events = [];
    private bool _isSuperseded;

    private RecordedClient(RecordedRequest recording, VendorExchange exchange, User user, string token)
    {
        var watch = exchange.Space.Watch;
        _user = user;
        _tokens = TokenPair.Of(exchange.Header(HeaderNames.Authorization), token);
        watch.Asks(user, _tokens, $"{recording.Id}");
        if (KindOf(exchange.Route.Operation) is { } kind)
        {
            _poll = watch.PollBegins(user, kind, _tokens, $"{recording.Id}");
        }
    }

    public string UserId => _user.UserId;

    /// <returns>Null when no user of the space stands behind the request, as far as its token tells.</returns>
    public static RecordedClient? Meet(RecordedRequest recording, VendorExchange exchange, Space space) =>
        exchange.Route.Operation.CarriesMessagingToken()
        && exchange.Header(CecHeaders.MessagingToken) is { Length: > 0 } token
        && space.MessagingTokens.OwnerOf(token) is { } user
            ? new RecordedClient(recording, exchange, user, token)
            : null;

    public void Released(IReadOnlyList<IClientEvent> events, bool isSuperseded) =>
        (_events, _isSuperseded) = (events, isSuperseded);

    public void IsAnswered(RecordedRequest recording, VendorExchange exchange)
    {
        if (recording.Space is not { } space)
        {
            return;
        }

        var (status, entry) = (exchange.Http.Response.StatusCode, $"{recording.Id}");
        var isOfTokens = status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden;
        if (isOfTokens)
        {
            space.Watch.Refused(_user, _tokens, status);
        }

        var isSuccess = status == StatusCodes.Status200OK && !recording.IsRefused;
        if (_poll is not null && isSuccess)
        {
            space.Watch.PollSucceeds(_poll, _events, _isSuperseded, entry);
        }
        else if (_poll is not null)
        {
            space.Watch.PollFails(_poll, isOfTokens, entry);
        }
        else if (isSuccess)
        {
            TellSession(space.Watch, exchange, entry);
        }
    }

    public void IsCutShort(RecordedRequest recording)
    {
        if (_poll is not null && recording.Space is { } space)
        {
            var hold = _poll.Kind == PollKind.Chat ? space.Settings.ChatPollHold : space.Settings.EventPollHold;
            space.Watch.PollIsCutShort(_poll, hold, isOwnDoing: recording.Faults.Count == 0, $"{recording.Id}");
        }
    }

    private static PollKind? KindOf(CecOperation operation) => operation switch
    {
        CecOperation.GetClickToCallEvents => PollKind.ClickToCall,
        CecOperation.Poll => PollKind.Chat,
        _ => null,
    };

    private void TellSession(ClientWatch watch, VendorExchange exchange, string entry)
    {
        switch (exchange.Route.Operation)
        {
            case CecOperation.CreateClickToCall:
                watch.SessionBegan(_user, PollKind.ClickToCall, entry);
                break;
            case CecOperation.DropClickToCall:
                watch.SessionLeft(_user, PollKind.ClickToCall, entry);
                break;
            case CecOperation.Send or CecOperation.SendAsync when exchange.Body?.Peek("controlType") == "CONNECT":
                watch.SessionBegan(_user, PollKind.Chat, entry);
                break;
            case CecOperation.Send or CecOperation.SendAsync when exchange.Body?.Peek("controlType") == "DISCONNECT":
                watch.SessionLeft(_user, PollKind.Chat, entry);
                break;
        }
    }
}
