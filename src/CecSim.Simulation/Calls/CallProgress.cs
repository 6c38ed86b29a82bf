using CecSim.Simulation.Clock;
using CecSim.Simulation.Faults;
using CecSim.Simulation.News;
using CecSim.Simulation.Polls;
using CecSim.Simulation.Spaces;
using CecSim.Simulation.Users;

namespace CecSim.Simulation.Calls;

/// <summary>Commits what <see cref="CallMachine"/> decides and tells the client, whoever decides the fate.</summary>
internal sealed class CallProgress
{
    private readonly Timeline _timeline;
    private readonly TimeSpan? _mediaWithin;
    private readonly AccessCodes _accessCodes;
    private readonly NewsDesk _news;
    private long _eventCount;

    public CallProgress(
        Timeline timeline, SpaceSettings settings, AccessCodes accessCodes, ArmedFaults faults, NewsDesk news)
    {
        _timeline = timeline;
        _news = news;
        _accessCodes = accessCodes;
        Mailboxes = new UserMailboxes<CallEvent>(
            timeline,
            new PollLimits(settings.EventPollHold, EventsPerAnswerMax: 1, ClickToCall.WaitingEventsMax),
            faults,
            CecOperation.GetClickToCallEvents,
            find: static user => user.CallEvents,
            keep: static (user, mailbox) => user.CallEvents = mailbox);
        _mediaWithin = settings.MediaWithin;
        Domain = $"{settings.TenantSpaceId}.cecsim.test";
    }

    /// <summary>The WebRTC gateway's domain name, one per space.</summary>
    public string Domain { get; }

    public UserMailboxes<CallEvent> Mailboxes { get; }

    /// <summary>The calls that live, and the last ones that did.</summary>
    public CallRegister Register { get; } = new();

    /// <summary>Told when a user's call has come to its end.</summary>
    public Action<User>? Ended { get; set; }

    /// <param name="wording">What a script makes the event say.</param>
    /// <returns>Whether the input had an effect.</returns>
    public bool Apply(Call call, CallInput input, EventWording? wording = null)
    {
        if (CallMachine.Decide(call.State, input) is not CallDecision.Accepted accepted)
        {
            return false;
        }

        Move(call, accepted.Next);
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

    /// <summary>A call begins.</summary>
    public void Begin(Call call)
    {
        Register.Add(call);
        TellMoved(call);
    }

    /// <summary>Forgets a call, whatever it was still to bring.</summary>
    public void End(Call call)
    {
        Move(call, CallState.Ended);
        call.Fate?.Stop();
        _timeline.Cancel(call.MediaDeadline);
        call.LegFaults.ForEach(_timeline.Cancel);
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

    private void Move(Call call, CallState next)
    {
        if (call.State != next)
        {
            call.State = next;
            TellMoved(call);
        }
    }

    private void TellMoved(Call call)
    {
        if (_news.IsFollowed)
        {
            _news.Tell(CallMoved.Of(call, _timeline.Now));
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
        if (_news.IsFollowed)
        {
            _news.Tell(new CallTold(told.At, call?.Id, user, told));
        }

        Mailboxes.Of(user).Post(told);
    }

    private readonly record struct Told(CallEventKind Kind, int EventId, Cause? Cause, EventWording? Wording);
}
