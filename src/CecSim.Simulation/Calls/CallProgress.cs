using CecSim.Simulation.Chat;
using CecSim.Simulation.SpaceEvents;

namespace CecSim.Simulation.Calls;

/// <summary>Commits what <see cref="CallMachine"/> decides and tells the client, whoever decides the fate.</summary>
internal sealed class CallProgress
{
    private readonly SpaceScheduler _scheduler;
    private readonly TimeSpan? _mediaWithin;
    private readonly AccessCodes _accessCodes;
    private readonly SpaceEventPublisher _publisher;
    private long _eventCount;

    public CallProgress(
        SpaceScheduler scheduler,
        SpaceSettings settings,
        AccessCodes accessCodes,
        ArmedFaults faults,
        SpaceEventPublisher publisher,
        HeldPolls polls,
        ClientMonitor monitor)
    {
        _scheduler = scheduler;
        _publisher = publisher;
        _accessCodes = accessCodes;
        Mailboxes = new UserMailboxes<CallEvent>(
            scheduler,
            new PollLimits(settings.EventPollHold, EventsPerAnswerMax: 1, ClickToCall.WaitingEventsMax),
            faults,
            CecOperation.GetClickToCallEvents,
            PollKind.ClickToCall,
            polls,
            monitor,
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
            var eventId = input is CallInput.UnknownEvent unknownEvent ? unknownEvent.EventId : (int)kind;
            Post(call.User, call, new PostedEvent(kind, eventId, accepted.Cause, wording));
        }

        if (call.State == CallState.Ended)
        {
            End(call);
            EndChatOf(call.User);
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
        call.Flow?.Stop();
        _scheduler.Cancel(call.MediaDeadline);
        call.LegFaults.ForEach(_scheduler.Cancel);
        var leg = call.Leg;
        call.Leg = null;
        leg?.CallEnded();
        _accessCodes.GiveBack(call.AccessCode);
        Register.Ended(call);
    }

    /// <summary>Tells a client something that did not happen.</summary>
    /// <param name="call">The client's call; null where it has none.</param>
    public void TellRaw(User user, Call? call, ManualEvent.Raw raw)
    {
        var kind = (CallEventKind)raw.EventId;
        Post(user, call, new PostedEvent(
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
        if (_publisher.HasSubscriber)
        {
            _publisher.Publish(CallStateChanged.Of(call, _scheduler.Now));
        }
    }

    private static void EndChatOf(User user)
    {
        if (user.Channel.CallEndsChat)
        {
            user.Chat?.End(ChatEnd.CallOver);
        }
    }

    private void ExpectMedia(Call call)
    {
        if (_mediaWithin is { } limit && call.Leg is null && call.MediaDeadline is null)
        {
            call.MediaDeadline = _scheduler.At(
                _scheduler.Now + limit, "media", () => Apply(call, new CallInput.Fail(Causes.ConnectionFailed)));
        }
    }

    private void Post(User user, Call? call, PostedEvent posted)
    {
        var route = posted.Kind == CallEventKind.Connected && call is not null
            ? new GatewayRoute(Domain, call.AccessCode, GatewayRoute.AnonymousCaller)
            : null;
        var queued = new CallEvent(++_eventCount, posted.Kind, _scheduler.Now, route, posted.Cause)
        {
            EventId = posted.EventId,
            Wording = posted.Wording,
        };
        call?.Remember(queued);
        if (_publisher.HasSubscriber)
        {
            _publisher.Publish(new CallEventQueued(queued.At, call?.Id, user, queued));
        }

        // At a phone there is no client that polls.
        if (call?.Dialled is null)
        {
            Mailboxes.Of(user).Post(queued);
        }
    }

    private readonly record struct PostedEvent(CallEventKind Kind, int EventId, Cause? Cause, EventWording? Wording);
}
