using CecSim.Simulation.Clock;
using CecSim.Simulation.Faults;
using CecSim.Simulation.Polls;
using CecSim.Simulation.Spaces;
using CecSim.Simulation.Users;

namespace CecSim.Simulation.Calls;

/// <summary>Commits what <see cref="CallMachine"/> decides and tells the client, whoever decides the fate.</summary>
internal sealed class CallProgress
{
    private readonly Timeline _timeline;
    private readonly PollLimits _limits;
    private readonly TimeSpan? _mediaWithin;
    private readonly AccessCodes _accessCodes;
    private readonly ArmedFaults _faults;
    private long _eventCount;
    private bool _isClosed;

    public CallProgress(Timeline timeline, SpaceSettings settings, AccessCodes accessCodes, ArmedFaults faults)
    {
        _timeline = timeline;
        _faults = faults;
        _accessCodes = accessCodes;
        _limits = new PollLimits(settings.EventPollHold, EventsPerAnswerMax: 1, ClickToCall.WaitingEventsMax);
        _mediaWithin = settings.MediaWithin;
        Domain = $"{settings.TenantSpaceId}.cecsim.test";
    }

    /// <summary>The WebRTC gateway's domain name, one per space.</summary>
    public string Domain { get; }

    public EventTally Unseen { get; } = new();

    /// <summary>The calls that live, and the last ones that did.</summary>
    public CallRegister Register { get; } = new();

    /// <summary>Told when a user's call has come to its end.</summary>
    public Action<User>? Ended { get; set; }

    /// <summary>Told when an event of a user is dropped unseen.</summary>
    public Action<User>? EventDropped { get; set; }

    /// <param name="wording">What a script makes the event say.</param>
    /// <returns>Whether the input had an effect.</returns>
    public bool Apply(Call call, CallInput input, EventWording? wording = null)
    {
        if (CallMachine.Decide(call.State, input) is not CallDecision.Accepted accepted)
        {
            return false;
        }

        call.State = accepted.Next;
        if (accepted.Event is { } kind)
        {
            var eventId = input is CallInput.Surprise surprise ? surprise.EventId : (int)kind;
            Tell(call.User, call, new Told(kind, eventId, accepted.Cause, wording));
        }

        if (call.State == CallState.Ended)
        {
            End(call);
            Ended?.Invoke(call.User);
        }
        else if (accepted.Event == CallEventKind.Connected)
        {
            ExpectMedia(call);
        }

        return true;
    }

    /// <summary>Forgets a call, whatever it was still to bring.</summary>
    public void End(Call call)
    {
        call.State = CallState.Ended;
        call.Fate?.Stop();
        _timeline.Cancel(call.MediaDeadline);
        var leg = call.Leg;
        call.Leg = null;
        leg?.CallEnded();
        _accessCodes.GiveBack(call.AccessCode);
        Register.Ended(call);
    }

    /// <summary>Tells a client something that did not happen.</summary>
    /// <param name="call">The client's call; null where it has none.</param>
    public void TellRaw(User user, Call? call, HandEvent.Raw raw)
    {
        var kind = (CallEventKind)raw.EventId;
        Tell(user, call, new Told(
            Enum.IsDefined(kind) ? kind : CallEventKind.Unknown, raw.EventId, raw.Cause, raw.Wording));
    }

    public EventMailbox<CallEvent> MailboxOf(User user)
    {
        if (user.CallEvents is null)
        {
            user.CallEvents = new EventMailbox<CallEvent>(_timeline, _limits, Unseen)
            {
                Faults = _faults.AtEventsOf(user, CecOperation.GetClickToCallEvents),
                EventDropped = () => EventDropped?.Invoke(user),
            };
            if (_isClosed)
            {
                user.CallEvents.Close();
            }
        }

        return user.CallEvents;
    }

    /// <summary>Every held poll gets the empty answer, and so does each later one at once.</summary>
    public void Close(IEnumerable<User> users)
    {
        _isClosed = true;
        foreach (var user in users)
        {
            user.CallEvents?.Close();
        }
    }

    private void ExpectMedia(Call call)
    {
        if (_mediaWithin is { } limit && call.Leg is null && call.MediaDeadline is null)
        {
            call.MediaDeadline = _timeline.At(
                _timeline.Now + limit, "media", () => Apply(call, new CallInput.Fail(Causes.ConnectionFailed)));
        }
    }

    private void Tell(User user, Call? call, Told news)
    {
        var route = news.Kind == CallEventKind.Connected && call is not null
            ? new GatewayRoute(Domain, call.AccessCode, GatewayRoute.AnonymousCaller)
            : null;
        var told = new CallEvent(++_eventCount, news.Kind, _timeline.Now, route, news.Cause)
        {
            EventId = news.EventId,
            Wording = news.Wording,
        };
        call?.Remember(told);
        MailboxOf(user).Post(told);
    }

    private readonly record struct Told(CallEventKind Kind, int EventId, Cause? Cause, EventWording? Wording);
}
