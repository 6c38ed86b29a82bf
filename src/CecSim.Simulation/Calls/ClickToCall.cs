using CecSim.Simulation.Clock;
using CecSim.Simulation.Polls;
using CecSim.Simulation.Scripts;
using CecSim.Simulation.Spaces;
using CecSim.Simulation.Users;

namespace CecSim.Simulation.Calls;

/// <summary>Click-to-call as a customer sees it: create, poll for events, drop (chapter 5).</summary>
public sealed class ClickToCall
{
    /// <summary>A call that nobody polls for keeps this many events; then the oldest go and are counted.</summary>
    public const int WaitingEventsMax = 100;

    private readonly Timeline _timeline;
    private readonly SpaceSettings _settings;
    private readonly AccessCodes _accessCodes;
    private readonly PollLimits _limits;
    private readonly string _domain;
    private long _eventCount;
    private bool _isClosed;

    internal ClickToCall(Timeline timeline, SpaceSettings settings, Draws draws)
    {
        _timeline = timeline;
        _settings = settings;
        _accessCodes = new AccessCodes(draws);
        _limits = new PollLimits(settings.EventPollHold, EventsPerAnswerMax: 1, WaitingEventsMax);
        _domain = $"{settings.TenantSpaceId}.cecsim.test";
    }

    /// <summary>Events of an earlier call that were forgotten because a new call began before they were fetched.</summary>
    public long DiscardedEventsCount { get; private set; }

    /// <returns>Why there is no call; null when it was created.</returns>
    public Refusal? Create(User user, MediaAbility media)
    {
        using var turn = _timeline.Enter();
        var rule = _settings.Calls.FirstOrDefault(r => r.Match.Covers(media, user.UserId, user.Channel.Id));
        if (RefusalOf(user, rule) is { } refusal)
        {
            return refusal;
        }

        // Events carry no call id: one that is left from an earlier call would be taken for one of this call.
        End(user.Call);
        DiscardedEventsCount += user.CallEvents?.Discard() ?? 0;
        user.Call = new Call(
            media, rule?.Script ?? Script.ConnectAtOnce, rule?.OnDrop ?? Script.ReleaseAtOnce, _accessCodes.Take());
        Follow(user, user.Call);
        return null;
    }

    /// <summary>Holds a poll until an event, the end of the hold, or a newer poll of the same user.</summary>
    public HeldPoll<CallEvent> Poll(User user)
    {
        using var turn = _timeline.Enter();
        return MailboxOf(user).Poll();
    }

    /// <returns>Why nothing was dropped; null when it was.</returns>
    public Refusal? Drop(User user)
    {
        using var turn = _timeline.Enter();
        if (user.Call is not { } call || !Apply(user, call, new CallInput.Drop()))
        {
            return Refusal.NoCallToDrop;
        }

        _timeline.Cancel(call.NextStep);
        call.Run = new ScriptRun(call.OnDrop, Position: 0);
        Follow(user, call);
        return null;
    }

    /// <summary>Every held poll gets the empty answer, and so does each later one at once.</summary>
    internal void Close(IEnumerable<User> users)
    {
        _isClosed = true;
        foreach (var user in users)
        {
            user.CallEvents?.Close();
        }
    }

    private static Refusal? RefusalOf(User user, CallRule? rule) =>
        !user.Channel.ClickToCall ? Refusal.ClickToCallNotSupported
        : user.Call is { State: CallState.Created or CallState.Queuing or CallState.Connected } ? Refusal.CallExists
        : rule?.Refuse;

    // Runs the script up to its next wait.
    private void Follow(User user, Call call)
    {
        while (call.Run.Step is { } step)
        {
            call.Run = call.Run.Past;
            if (step is ScriptStep.Wait wait)
            {
                call.NextStep = _timeline.At(_timeline.Now + wait.For, "script step", () => Follow(user, call));
                return;
            }

            if (ScriptRun.InputOf(step) is { } input)
            {
                Apply(user, call, input);
            }
        }
    }

    private bool Apply(User user, Call call, CallInput input)
    {
        if (CallMachine.Decide(call.State, input) is not CallDecision.Accepted accepted)
        {
            return false;
        }

        call.State = accepted.Next;
        if (accepted.Event is { } kind)
        {
            var route = kind == CallEventKind.Connected
                ? new GatewayRoute(_domain, call.AccessCode, Caller: "AnonymousCard")
                : null;
            MailboxOf(user).Post(new CallEvent(++_eventCount, kind, _timeline.Now, route, accepted.Cause));
        }

        if (call.State == CallState.Ended)
        {
            End(call);
        }

        return true;
    }

    private void End(Call? call)
    {
        if (call is not null)
        {
            call.State = CallState.Ended;
            _timeline.Cancel(call.NextStep);
            _accessCodes.GiveBack(call.AccessCode);
        }
    }

    private EventMailbox<CallEvent> MailboxOf(User user)
    {
        if (user.CallEvents is null)
        {
            user.CallEvents = new EventMailbox<CallEvent>(_timeline, _limits);
            if (_isClosed)
            {
                user.CallEvents.Close();
            }
        }

        return user.CallEvents;
    }
}
