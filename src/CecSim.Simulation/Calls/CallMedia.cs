using CecSim.Simulation.Ivr;
using CecSim.Simulation.Journal;

namespace CecSim.Simulation.Calls;

/// <summary>Joins what the gateway carries to the calls that it is for.</summary>
public sealed class CallMedia
{
    private readonly SpaceScheduler _scheduler;
    private readonly CallProgress _progress;
    private readonly AccessCodes _accessCodes;
    private readonly ArmedFaults _faults;
    private readonly ClientMonitor _monitor;
    private readonly Masking _masking;

    internal CallMedia(
        SpaceScheduler scheduler,
        CallProgress progress,
        AccessCodes accessCodes,
        ArmedFaults faults,
        ClientMonitor monitor,
        Masking masking)
    {
        _faults = faults;
        _monitor = monitor;
        _masking = masking;
        _scheduler = scheduler;
        _progress = progress;
        _accessCodes = accessCodes;
    }

    /// <summary>The gateway's domain name of this space.</summary>
    public string Domain => _progress.Domain;

    /// <summary>The media that calls have now.</summary>
    public IReadOnlyList<IMediaLeg> Legs
    {
        get
        {
            using var lockScope = _scheduler.Enter();
            return [.. _progress.Register.All.Select(c => c.Leg).OfType<IMediaLeg>()];
        }
    }

    /// <summary>Whether a client was told to call that number.</summary>
    public bool Expects(string accessCode)
    {
        using var lockScope = _scheduler.Enter();
        return _accessCodes.Find(accessCode) is { State: CallState.Connected };
    }

    /// <summary>Counts an INVITE and tells which faults strike it.</summary>
    public IReadOnlyList<TriggeredInviteFault> Strike(string accessCode)
    {
        using var lockScope = _scheduler.Enter();
        return _faults.StrikeInvite(
            CecOperation.Invite,
            _accessCodes.Find(accessCode)?.User is { } user ? new FaultTargetUser(user.UserId, user.Channel.Id) : null);
    }

    /// <summary>What <see cref="Join"/> would say, before anyone looks at what media are offered.</summary>
    public MediaRefusal? Judge(GatewayRoute invited)
    {
        using var lockScope = _scheduler.Enter();
        return Judge(invited, _accessCodes.Find(invited.AccessCode));
    }

    /// <summary>Whose call has that number; null when no call has it.</summary>
    public User? UserOf(string accessCode)
    {
        using var lockScope = _scheduler.Enter();
        return _accessCodes.Find(accessCode)?.User;
    }

    /// <summary>The phone of the agent who has answered the call of that number; null for none.</summary>
    public IPhoneLeg? AgentPhoneOf(string accessCode)
    {
        using var lockScope = _scheduler.Enter();
        return _accessCodes.Find(accessCode)?.AgentPhone;
    }

    /// <summary>Notes with the call that something for its media was refused.</summary>
    /// <returns>Whose call it is; null when no call has that number.</returns>
    public User? NoteRefusal(string accessCode, string method, int status, string why)
    {
        using var lockScope = _scheduler.Enter();
        if (_accessCodes.Find(accessCode) is not { } call)
        {
            return null;
        }

        call.Remember(new RefusedMedia(_scheduler.Now, method, status, why));
        return call.User;
    }

    /// <summary>A client calls the number that event 168101 gave it.</summary>
    /// <param name="invited">What its INVITE uses.</param>
    /// <returns>Why these are no media of a call; null when they have been joined to it.</returns>
    public MediaRefusal? Join(GatewayRoute invited, IMediaLeg leg)
    {
        using var lockScope = _scheduler.Enter();
        var call = _accessCodes.Find(invited.AccessCode);
        if (Judge(invited, call) is { } refusal)
        {
            return refusal;
        }

        Put(call!, leg);
        _scheduler.Cancel(call!.MediaDeadline);
        return null;
    }

    /// <summary>Other media take the place of those that were joined.</summary>
    /// <returns>False when the call is over by now.</returns>
    public bool Exchange(string accessCode, IMediaLeg former, IMediaLeg leg)
    {
        using var lockScope = _scheduler.Enter();
        if (_accessCodes.Find(accessCode) is not { } call || call.Leg != former)
        {
            return false;
        }

        Put(call, leg);
        return true;
    }

    /// <summary>Tells the call what its media did, for a script that may wait for it.</summary>
    public void Raise(string accessCode, IMediaLeg leg, CallSignal signal)
    {
        using var lockScope = _scheduler.Enter();
        if (_accessCodes.Find(accessCode) is { } call && call.Leg == leg)
        {
            call.Flow!.Take(signal);
        }
    }

    /// <summary>The media are over: that ends the call. Without effect when the call was over before.</summary>
    public void Leave(string accessCode, IMediaLeg leg, MediaEnding ending = MediaEnding.HungUp)
    {
        using var lockScope = _scheduler.Enter();
        if (_accessCodes.Find(accessCode) is { } call && call.Leg == leg)
        {
            call.Leg = null;
            _progress.Apply(call, InputOf(ending));
        }
    }

    private static CallInput InputOf(MediaEnding ending) => ending switch
    {
        MediaEnding.HungUp => new CallInput.Release(Cause.Dropped),
        MediaEnding.SignallingLost => new CallInput.Release(Causes.SignallingLost),
        MediaEnding.ServerEnded => new CallInput.Release(Causes.ServerEnded),
        MediaEnding.NotAnswering => new CallInput.Release(Causes.NotAnswering),
        MediaEnding.ConsentLost => new CallInput.Release(Causes.ConsentLost),
        MediaEnding.MediaMissing => new CallInput.Release(Causes.MediaMissing),
        MediaEnding.HandshakeFailed => new CallInput.Release(Causes.HandshakeFailed),
        MediaEnding.NeverConnected => new CallInput.Fail(Causes.NeverConnected),
    };

    /// <summary>The call fails after so much space time, unless it is over by then.</summary>
    public void FailAfter(TimeSpan wait, string accessCode, IMediaLeg leg) => After(
        wait, accessCode, leg, call => _progress.Apply(call, new CallInput.Fail(Causes.AbnormalRelease)));

    /// <summary>The connection of the call's signalling breaks after so much space time.</summary>
    public void DropAfter(TimeSpan wait, string accessCode, IMediaLeg leg) =>
        After(wait, accessCode, leg, _ => leg.ConnectionDrops());

    private void After(TimeSpan wait, string accessCode, IMediaLeg leg, Action<Call> fault)
    {
        using var lockScope = _scheduler.Enter();
        if (_accessCodes.Find(accessCode) is { } call && call.Leg == leg)
        {
            call.LegFaults.Add(_scheduler.At(_scheduler.Now + wait, "media fault", () => fault(call)));
        }
    }

    internal static void Put(Call call, IMediaLeg leg)
    {
        call.Leg = leg;
        call.LastLeg = leg;
        leg.Joins(call.Id, call.AccessCode);
        leg.SetTones(call.Tones);
        leg.SetAgentPhone(call.AgentPhone);
        leg.SetAgentPresent(call.IsAgentPresent);
        if (call.Said.Count > 0)
        {
            leg.Say(call.Said);
        }

        if (call.Flow is IvrCall)
        {
            leg.Answer();
        }

        if (call.IsMutedByAgent)
        {
            leg.AgentMutes(isMuted: true);
        }

        if (call.IsAside)
        {
            leg.SetAside(isAside: true);
        }

        if (call.Others.Count > 0)
        {
            leg.Confer(call.Others);
        }

        if (call.IsHeldByAgent)
        {
            leg.AgentHolds(isHolding: true);
        }
    }

    private MediaRefusal? Judge(GatewayRoute invited, Call? call)
    {
        var refusal = WhyNot(invited, call);
        if (refusal is { } known)
        {
            _monitor.InviteRefused(call?.User, InviteRules.Judge(known, invited, Domain), _masking);
        }

        return refusal;
    }

    // RFC 3261, section 19.1.4: of an address only the domain knows no case.
    private MediaRefusal? WhyNot(GatewayRoute invited, Call? call) =>
        !invited.Domain.Equals(Domain, StringComparison.OrdinalIgnoreCase) ? MediaRefusal.WrongDomain
        : call is not { State: CallState.Connected } ? WhyNoCall(invited.AccessCode)
        : invited.Caller != GatewayRoute.AnonymousCaller ? MediaRefusal.WrongCaller
        : call.Leg is not null ? MediaRefusal.AlreadyJoined
        : null;

    private MediaRefusal WhyNoCall(string accessCode) =>
        _progress.Register.All.Any(c => c.AccessCode == accessCode && !c.IsLive)
            ? MediaRefusal.CallOver
            : MediaRefusal.NoSuchCall;
}
