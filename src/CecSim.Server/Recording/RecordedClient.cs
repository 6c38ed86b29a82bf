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
    private User? _user;
    private TokenPair _tokens;
    private WatchedPoll? _poll;
    private IReadOnlyList<IClientEvent> _events = [];
    private bool _isSuperseded;

    /// <summary>Whom the ccmessaging-token was issued to, whether or not it is still good.</summary>
    public string? UserId => _user?.UserId;

    public void Comes(RecordedRequest recording, VendorExchange exchange, Space space)
    {
        var operation = exchange.Route.Operation;
        if (!operation.CarriesMessagingToken()
            || exchange.Header(CecHeaders.MessagingToken) is not { Length: > 0 } token
            || space.MessagingTokens.OwnerOf(token) is not { } user)
        {
            return;
        }

        _user = user;
        _tokens = TokenPair.Of(exchange.Header(HeaderNames.Authorization), token);
        space.Watch.Asks(user, _tokens, $"{recording.Id}");
        if (KindOf(operation) is { } kind)
        {
            _poll = space.Watch.PollBegins(user, kind, _tokens, $"{recording.Id}");
        }
    }

    public void Released(IReadOnlyList<IClientEvent> events, bool isSuperseded) =>
        (_events, _isSuperseded) = (events, isSuperseded);

    public void IsAnswered(RecordedRequest recording, VendorExchange exchange)
    {
        if (_user is null || recording.Space is not { } space)
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
                watch.SessionBegan(_user!, PollKind.ClickToCall, entry);
                break;
            case CecOperation.DropClickToCall:
                watch.SessionLeft(_user!, PollKind.ClickToCall, entry);
                break;
            case CecOperation.Send or CecOperation.SendAsync when exchange.Body?.Peek("controlType") == "CONNECT":
                watch.SessionBegan(_user!, PollKind.Chat, entry);
                break;
            case CecOperation.Send or CecOperation.SendAsync when exchange.Body?.Peek("controlType") == "DISCONNECT":
                watch.SessionLeft(_user!, PollKind.Chat, entry);
                break;
        }
    }
}
