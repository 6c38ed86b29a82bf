using CecSim.Simulation.Clock;
using CecSim.Simulation.Polls;
using CecSim.Simulation.Spaces;
using CecSim.Simulation.Users;

namespace CecSim.Simulation.Calls;

/// <summary>Commits what <see cref="CallMachine"/> decides and tells the client, whoever decides the fate.</summary>
internal sealed class CallProgress
{
    private readonly Timeline _timeline;
    private readonly PollLimits _limits;
    private readonly string _domain;
    private readonly AccessCodes _accessCodes;
    private long _eventCount;
    private bool _isClosed;

    public CallProgress(Timeline timeline, SpaceSettings settings, AccessCodes accessCodes)
    {
        _timeline = timeline;
        _accessCodes = accessCodes;
        _limits = new PollLimits(settings.EventPollHold, EventsPerAnswerMax: 1, ClickToCall.WaitingEventsMax);
        _domain = $"{settings.TenantSpaceId}.cecsim.test";
    }

    public EventTally Unseen { get; } = new();

    /// <summary>Told when a user's call has come to its end.</summary>
    public Action<User>? Ended { get; set; }

    /// <summary>Told when an event of a user is dropped unseen.</summary>
    public Action<User>? EventDropped { get; set; }

    /// <returns>Whether the input had an effect.</returns>
    public bool Apply(Call call, CallInput input)
    {
        if (CallMachine.Decide(call.State, input) is not CallDecision.Accepted accepted)
        {
            return false;
        }

        call.State = accepted.Next;
        if (accepted.Event is { } kind)
        {
            Tell(call, kind, accepted.Cause);
        }

        if (call.State == CallState.Ended)
        {
            End(call);
            Ended?.Invoke(call.User);
        }

        return true;
    }

    /// <summary>Forgets a call, whatever it was still to bring.</summary>
    public void End(Call call)
    {
        call.State = CallState.Ended;
        call.Fate?.Stop();
        _accessCodes.GiveBack(call.AccessCode);
    }

    public EventMailbox<CallEvent> MailboxOf(User user)
    {
        if (user.CallEvents is null)
        {
            user.CallEvents = new EventMailbox<CallEvent>(_timeline, _limits, Unseen)
            {
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

    private void Tell(Call call, CallEventKind kind, Cause? cause)
    {
        var route = kind == CallEventKind.Connected
            ? new GatewayRoute(_domain, call.AccessCode, Caller: "AnonymousCard")
            : null;
        MailboxOf(call.User).Post(new CallEvent(++_eventCount, kind, _timeline.Now, route, cause));
    }
}
