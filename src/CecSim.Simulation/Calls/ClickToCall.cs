using System.Diagnostics;
using CecSim.Simulation.Channels;
using CecSim.Simulation.Chat;

namespace CecSim.Simulation.Calls;

/// <summary>Click-to-call as a customer sees it: create, poll for events, drop (chapter 5).</summary>
public sealed class ClickToCall
{
    /// <summary>A call that nobody polls for keeps this many events; then the oldest go and are counted.</summary>
    public const int WaitingEventsMax = 100;

    private static readonly CallRule OnlyByHand = new() { Script = Script.Nothing };

    private readonly SpaceScheduler _scheduler;
    private readonly ContactCentre _centre;
    private readonly CallProgress _progress;
    private readonly AccessCodes _accessCodes;

    internal ClickToCall(ContactCentre centre, AccessCodes accessCodes, CallRules rules)
    {
        _scheduler = centre.Time;
        _centre = centre;
        _progress = centre.Progress;
        _accessCodes = accessCodes;
        Rules = rules;
    }

    /// <summary>Call events that no client will ever see.</summary>
    public EventCounters Undelivered => _progress.Mailboxes.Undelivered;

    /// <summary>They decide the fate of calls that begin. Guarded by the timeline.</summary>
    internal CallRules Rules { get; set; }

    /// <param name="header">The request's headers by name, asked only when a rule does.</param>
    /// <returns>Why there is no call; null when it was created.</returns>
    public Refusal? Create(User user, MediaAbility media, Func<string, string?>? header = null)
    {
        using var lockScope = _scheduler.Enter();
        if (!user.Channel.ClickToCall || !_centre.Settings.Resources.Has(media))
        {
            return Refusal.ClickToCallNotSupported;
        }

        if (user.Call is { IsLive: true })
        {
            return Refusal.CallExists;
        }

        if (media == MediaAbility.Voice && AreVoiceCallsAsManyAsMayBe)
        {
            return Refusal.ConnectFailed;
        }

        if (user.Channel.RequiresChatFirst && user.Chat is not { State: ChatState.WithAgent })
        {
            return Refusal.ConnectFailed;
        }

        var rule = Rules.Find(new CallAttempt(
            media, user.UserId, user.Channel.Id, header ?? CallAttempt.NoHeaders));
        return rule is null ? CreateServed(user, media)
            : rule.Refuse ?? CreateScripted(user, media, rule);
    }

    /// <summary>Whether a channel's clients may create calls: as far as the channel goes, and the tenant.</summary>
    public bool IsSupported(ChannelSettings channel) =>
        channel.ClickToCall && Enum.GetValues<MediaAbility>().Any(_centre.Settings.Resources.Has);

    /// <summary>Holds a poll until an event, the end of the hold, or a newer poll of the same user.</summary>
    public HeldPoll<CallEvent> Poll(User user)
    {
        using var lockScope = _scheduler.Enter();
        var mailbox = _progress.Mailboxes.Of(user);

        // What a script sends because of a poll is for that poll, not for the one before; and a poll that is answered
        // so never counts as one that waits.
        mailbox.Supersede();
        user.Call?.Flow?.Take(new CallSignal.Poll());
        return mailbox.Poll();
    }

    /// <summary>Tells a user's call what its media did. The gateway that carries them calls this.</summary>
    /// <returns>Whether a script had waited for it.</returns>
    public bool Raise(User user, CallSignal signal)
    {
        using var lockScope = _scheduler.Enter();
        return user.Call?.Flow?.Take(signal) == true;
    }

    /// <returns>Why nothing was dropped; null when it was.</returns>
    public Refusal? Drop(User user)
    {
        using var lockScope = _scheduler.Enter();
        if (user.Call is not { } call || !_progress.Apply(call, new CallInput.Drop()))
        {
            return Refusal.NoCallToDrop;
        }

        call.Flow!.OnDropped();
        return null;
    }

    /// <returns>The user's last call and whether it is over; null when it never had one.</returns>
    public (long Id, bool IsOver)? LastOf(User user)
    {
        using var lockScope = _scheduler.Enter();
        return user.Call is { } call ? (call.Id, call.State == CallState.Ended) : null;
    }

    /// <returns>Whose call has this access code; null when none that lives has it.</returns>
    public User? UserOf(string accessCode)
    {
        using var lockScope = _scheduler.Enter();
        return _accessCodes.Find(accessCode)?.User;
    }

    /// <returns>The place in the queue, from 1; 0 when the user's call does not wait.</returns>
    public int PlaceInQueueOf(User user)
    {
        using var lockScope = _scheduler.Enter();
        return user.Call?.Flow is QueuedCall { IsWaiting: true } served ? served.Queue!.PlaceOf(served) : 0;
    }

    /// <summary>The calls that live and the last ones that ended, the oldest first.</summary>
    public IReadOnlyList<CallView> View => Latest(int.MaxValue, text: null).Calls;

    /// <summary>The last of those whose user or id has a text in it, the oldest first.</summary>
    /// <param name="max">How many are told at most.</param>
    /// <param name="text">In letters of either case; null for all.</param>
    /// <returns>And how many there are.</returns>
    public (IReadOnlyList<CallView> Calls, int Total) Latest(int max, string? text)
    {
        using var lockScope = _scheduler.Enter();
        var found = _progress.Register.All
            .Where(c => text is null
                || c.User.UserId.Contains(text, StringComparison.OrdinalIgnoreCase)
                || $"{c.Id}".Contains(text, StringComparison.Ordinal))
            .ToList();
        var places = _centre.Distribution.Places();
        return ([.. found.TakeLast(max).Select(c => CallView.Of(c, places))], found.Count);
    }

    /// <returns>Null when it is none that lives or of the last ones that ended.</returns>
    public CallView? Find(long callId)
    {
        using var lockScope = _scheduler.Enter();
        return _progress.Register.Find(callId) is { } call
            ? CallView.Of(call, _centre.Distribution.Places())
            : null;
    }

    /// <summary>How many of <see cref="View"/> are in which state; a state that none is in is left out.</summary>
    public IReadOnlyDictionary<CallState, int> CountByState
    {
        get
        {
            using var lockScope = _scheduler.Enter();
            return _progress.Register.All.CountBy(c => c.State).ToDictionary();
        }
    }

    /// <summary>Lets an event come to a call by hand.</summary>
    /// <returns>Null when it came.</returns>
    public ManualEventRefusal? Push(long callId, ManualEvent item)
    {
        using var lockScope = _scheduler.Enter();
        return _progress.Register.Find(callId) is { } call
            ? Push(call.User, call, item)
            : ManualEventRefusal.CallUnknown;
    }

    /// <summary>Lets an event come to a user by hand: of its last call, where it has one.</summary>
    /// <returns>Null when it came.</returns>
    public ManualEventRefusal? Push(User user, ManualEvent item)
    {
        using var lockScope = _scheduler.Enter();
        return Push(user, user.Call, item);
    }

    /// <summary>
    /// Gives a user a call that nothing moves but events by hand: no rule decides on it, and no agent has it. A call
    /// that the user had is forgotten.
    /// </summary>
    /// <returns>The call's id.</returns>
    public long Place(User user, MediaAbility media)
    {
        using var lockScope = _scheduler.Enter();
        var call = new Call(user, media, _scheduler.Now);
        Begin(call, Rules.FateOf(call, OnlyByHand, _scheduler, _progress), queue: null);
        return call.Id;
    }

    /// <summary>Forgets a user's call, together with what it was still to bring.</summary>
    public void Forget(User user)
    {
        using var lockScope = _scheduler.Enter();
        if (user.Call is { State: not CallState.Ended } call)
        {
            _progress.End(call);
        }

        user.Call = null;
        user.CallEvents?.Discard();
    }

    /// <summary>Forgets the events that a user did not fetch.</summary>
    public void ForgetEvents(User user)
    {
        using var lockScope = _scheduler.Enter();
        user.CallEvents?.Discard();
    }

    /// <summary>Forgets the events that a user did not fetch; the next poll is answered at once all the same.</summary>
    public void LetNextPollGo(User user)
    {
        using var lockScope = _scheduler.Enter();
        _progress.Mailboxes.Of(user).LetNextGo();
    }

    private ManualEventRefusal? Push(User user, Call? call, ManualEvent item)
    {
        switch (item)
        {
            case ManualEvent.Raw raw:
                _progress.TellRaw(user, call, raw);
                return null;
            case ManualEvent.Real when call is null:
                return ManualEventRefusal.NoCall;
            case ManualEvent.Real real:
                return _progress.Apply(call, ScriptEvents.InputOf(real.Step, call.State), real.Step.Wording)
                    ? null
                    : ManualEventRefusal.CallOver;
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

    internal void Close(IEnumerable<User> users) => _progress.Mailboxes.Close(users);

    private bool AreVoiceCallsAsManyAsMayBe => _centre.Settings.Resources.MaxConcurrentVoiceCalls is { } max
        && _progress.Register.CountLive(MediaAbility.Voice) >= max;

    private Refusal? CreateScripted(User user, MediaAbility media, CallRule rule)
    {
        var call = new Call(user, media, _scheduler.Now);
        Begin(call, Rules.FateOf(call, rule, _scheduler, _progress), queue: null);
        return null;
    }

    private Refusal? CreateServed(User user, MediaAbility media)
    {
        if (user.Channel.WorkingHours?.Covers(_scheduler.Now, user.Channel.TimeZone) == false)
        {
            return Refusal.OutsideWorkingHours;
        }

        if (_centre.QueueOf(user.Channel, media) is not { } queue)
        {
            return Refusal.ConnectFailed;
        }

        var call = new Call(user, media, _scheduler.Now);
        var served = new QueuedCall(_centre, call, queue);
        if (CallDistributor.TurnedAway(queue, served) is { } why)
        {
            return why == QueueExitReason.NoAgents ? Refusal.NoAgentsAvailable : Refusal.ConnectFailed;
        }

        Begin(call, served, queue.Settings);
        return null;
    }

    // Events carry no call id: one that is left from an earlier call would be taken for one of the new call.
    private void Begin(Call call, ICallFlow fate, QueueSettings? queue)
    {
        if (call.User.Call is { State: not CallState.Ended } old)
        {
            _progress.End(old);
        }

        call.User.CallEvents?.Discard();
        call.User.Call = call;
        call.AccessCode = _accessCodes.Take(call, queue);
        call.Flow = fate;
        _progress.Begin(call);
        fate.Begin();
    }
}
