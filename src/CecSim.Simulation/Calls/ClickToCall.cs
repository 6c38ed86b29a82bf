using System.Diagnostics;
using CecSim.Simulation.Channels;
using CecSim.Simulation.Chat;
using CecSim.Simulation.Clock;
using CecSim.Simulation.Polls;
using CecSim.Simulation.Queues;
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
    private readonly ContactCentre _centre;
    private readonly CallProgress _progress;
    private readonly AccessCodes _accessCodes;

    internal ClickToCall(ContactCentre centre, AccessCodes accessCodes)
    {
        _timeline = centre.Time;
        Rules = centre.Settings.Calls;
        _centre = centre;
        _progress = centre.Progress;
        _accessCodes = accessCodes;
    }

    /// <summary>Call events that no client will ever see.</summary>
    public EventTally Unseen => _progress.Unseen;

    /// <summary>The first that matches a call decides its fate. Guarded by the timeline.</summary>
    internal IReadOnlyList<CallRule> Rules { get; set; }

    /// <returns>Why there is no call; null when it was created.</returns>
    public Refusal? Create(User user, MediaAbility media)
    {
        using var turn = _timeline.Enter();
        if (!user.Channel.ClickToCall)
        {
            return Refusal.ClickToCallNotSupported;
        }

        if (user.Call is { IsLive: true })
        {
            return Refusal.CallExists;
        }

        if (user.Channel.RequiresChatFirst && user.Chat is not { State: ChatState.WithAgent })
        {
            return Refusal.ConnectFailed;
        }

        var rule = Rules.FirstOrDefault(r => r.Match.Covers(media, user.UserId, user.Channel.Id));
        return rule is null ? CreateServed(user, media)
            : rule.Refuse ?? CreateScripted(user, media, rule);
    }

    /// <summary>Holds a poll until an event, the end of the hold, or a newer poll of the same user.</summary>
    public HeldPoll<CallEvent> Poll(User user)
    {
        using var turn = _timeline.Enter();
        return _progress.MailboxOf(user).Poll();
    }

    /// <returns>Why nothing was dropped; null when it was.</returns>
    public Refusal? Drop(User user)
    {
        using var turn = _timeline.Enter();
        if (user.Call is not { } call || !_progress.Apply(call, new CallInput.Drop()))
        {
            return Refusal.NoCallToDrop;
        }

        call.Fate!.OnDropped();
        return null;
    }

    /// <returns>The place in the queue, from 1; 0 when the user's call does not wait.</returns>
    public int PlaceInQueueOf(User user)
    {
        using var turn = _timeline.Enter();
        return user.Call?.Fate is ServedCall { IsWaiting: true } served ? served.Queue!.PlaceOf(served) : 0;
    }

    /// <summary>The calls that live and the last ones that ended, the oldest first.</summary>
    public IReadOnlyList<CallView> View
    {
        get
        {
            using var turn = _timeline.Enter();
            var places = _centre.Distribution.Places();
            return [.. _progress.Register.All.Select(c => CallView.Of(c, places))];
        }
    }

    /// <summary>Lets an event come to a call by hand.</summary>
    /// <returns>Null when it came.</returns>
    public HandEventRefusal? Push(long callId, HandEvent item)
    {
        using var turn = _timeline.Enter();
        return _progress.Register.Find(callId) is { } call
            ? Push(call.User, call, item)
            : HandEventRefusal.CallUnknown;
    }

    /// <summary>Lets an event come to a user by hand: of its last call, where it has one.</summary>
    /// <returns>Null when it came.</returns>
    public HandEventRefusal? Push(User user, HandEvent item)
    {
        using var turn = _timeline.Enter();
        return Push(user, user.Call, item);
    }

    private HandEventRefusal? Push(User user, Call? call, HandEvent item)
    {
        switch (item)
        {
            case HandEvent.Raw raw:
                _progress.TellRaw(user, call, raw);
                return null;
            case HandEvent.Real when call is null:
                return HandEventRefusal.NoCall;
            case HandEvent.Real real:
                return _progress.Apply(call, real.Input) ? null : HandEventRefusal.CallOver;
            default:
                throw new UnreachableException();
        }
    }

    internal void EndAll()
    {
        foreach (var call in _progress.Register.All.Where(c => c.State != CallState.Ended).ToList())
        {
            _progress.End(call);
        }
    }

    internal void Close(IEnumerable<User> users) => _progress.Close(users);

    private Refusal? CreateScripted(User user, MediaAbility media, CallRule rule)
    {
        var call = new Call(user, media, _timeline.Now);
        Begin(call, new ScriptedCall(_timeline, _progress, call, rule), queue: null);
        return null;
    }

    private Refusal? CreateServed(User user, MediaAbility media)
    {
        if (user.Channel.WorkingHours?.Covers(_timeline.Now, user.Channel.TimeZone) == false)
        {
            return Refusal.OutsideWorkingHours;
        }

        if (_centre.QueueOf(user.Channel, media) is not { } queue)
        {
            return Refusal.ConnectFailed;
        }

        var call = new Call(user, media, _timeline.Now);
        var served = new ServedCall(_centre, call, queue);
        if (Distribution.TurnedAway(queue, served) is { } why)
        {
            return why == GiveUp.NoAgents ? Refusal.NoAgentsAvailable : Refusal.ConnectFailed;
        }

        Begin(call, served, queue.Settings);
        return null;
    }

    // Events carry no call id: one that is left from an earlier call would be taken for one of the new call.
    private void Begin(Call call, ICallFate fate, QueueSettings? queue)
    {
        if (call.User.Call is { State: not CallState.Ended } old)
        {
            _progress.End(old);
        }

        call.User.CallEvents?.Discard();
        call.User.Call = call;
        call.AccessCode = _accessCodes.Take(call, queue);
        call.Fate = fate;
        _progress.Register.Add(call);
        fate.Begin();
    }
}
