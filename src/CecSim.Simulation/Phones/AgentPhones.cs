using CecSim.Simulation.Commands;
using CecSim.Simulation.Outbound;

namespace CecSim.Simulation.Phones;

/// <summary>The phones that agents have registered, and what people do with them.</summary>
public sealed class AgentPhones
{
    private const int RefusalsKeptMax = 50;

    private readonly ContactCentre _centre;
    private readonly OutboundCalls _outbound;
    private readonly CommandLog _log;
    private readonly Queue<RefusedRegistration> _refusals = new();

    internal AgentPhones(ContactCentre centre, OutboundCalls outbound, CommandLog log) =>
        (_centre, _outbound, _log) = (centre, outbound, log);

    /// <summary>By account; of one account the newest first.</summary>
    public IReadOnlyList<PhoneView> View
    {
        get
        {
            using var lockScope = _centre.Time.Enter();
            return _centre.Phones.View;
        }
    }

    /// <summary>The last that were refused, the oldest first.</summary>
    public IReadOnlyList<RefusedRegistration> Refusals
    {
        get
        {
            using var lockScope = _centre.Time.Enter();
            return [.. _refusals];
        }
    }

    /// <summary>A phone can be called, or still can.</summary>
    /// <param name="lifetime">In space time.</param>
    public void Register(PhoneRegistration phone, TimeSpan lifetime, IPhoneLine line)
    {
        using var lockScope = _centre.Time.Enter();
        _log.AddRegistration(phone, lifetime);
        _centre.Phones.Register(phone, lifetime, line);
    }

    public void Unregister(string account, string contact)
    {
        using var lockScope = _centre.Time.Enter();
        _log.AddPhone(account, PhoneSignal.Unregisters, contact);
        _centre.Phones.Unregister(account, contact);
    }

    /// <summary>The server ended, and has begun again: until they register once more no phone can be called.</summary>
    public void UnregisterAll()
    {
        using var lockScope = _centre.Time.Enter();
        foreach (var phone in _centre.Phones.View)
        {
            _centre.Phones.Unregister(phone.Phone.Account, phone.Phone.Contact);
        }
    }

    /// <summary>The space has begun anew, of which phones know nothing: they stay registered.</summary>
    public void TakeOver(AgentPhones former)
    {
        foreach (var (phone, left, line) in former.ReadAll())
        {
            Register(phone, left, line);
        }
    }

    public void NoteRefusal(RefusedRegistration refused)
    {
        using var lockScope = _centre.Time.Enter();
        if (_refusals.Count == RefusalsKeptMax)
        {
            _refusals.Dequeue();
        }

        _refusals.Enqueue(refused);
    }

    /// <summary>A registered phone was asked whether it is there.</summary>
    public void Reach(string account, string contact, bool isReachable)
    {
        using var lockScope = _centre.Time.Enter();
        _centre.Phones.Reach(account, contact, isReachable);
    }

    /// <summary>Whether it is registered.</summary>
    public bool Has(string account, string contact)
    {
        using var lockScope = _centre.Time.Enter();
        return _centre.Phones.Has(account, contact);
    }

    /// <summary>Whether a phone of that agent can be called.</summary>
    public bool HasPhone(int workNo)
    {
        using var lockScope = _centre.Time.Enter();
        return _centre.Roster.Find(workNo) is { } agent && _centre.Phones.LineOf(agent) is not null;
    }

    /// <summary>A phone that was called rings.</summary>
    /// <param name="hasEarlyMedia">It is heard before it is picked up (RFC 3960).</param>
    public void Alerts(IPhoneLeg leg, bool hasEarlyMedia = false) => Act(
        leg,
        hasEarlyMedia ? PhoneSignal.AlertsWithEarlyMedia : PhoneSignal.Alerts,
        call => call.PhoneAlerts(hasEarlyMedia));

    /// <summary>It rings, and a fault tells so no sooner than that.</summary>
    /// <param name="wait">Space time.</param>
    public void AlertsAfter(TimeSpan wait, IPhoneLeg leg) => Act(
        leg,
        PhoneSignal.Alerts,
        call => _centre.Time.At(
            _centre.Time.Now + wait,
            "late ringing",
            () => IfStill(leg, (_, _) => call.PhoneAlerts(hasEarlyMedia: false))),
        wait.TotalSeconds.ToString(CultureInfo.InvariantCulture));

    public void PicksUp(IPhoneLeg leg) => Act(leg, PhoneSignal.PicksUp, call => call.PhonePicksUp());

    /// <summary>A phone that was called does not take the call, or cannot be reached.</summary>
    /// <param name="status">What it or the gateway said: 300 to 699.</param>
    public void Fails(IPhoneLeg leg, int status) => Act(
        leg,
        PhoneSignal.Fails,
        call => call.PhoneFails(IsRejection(status)),
        status.ToString(CultureInfo.InvariantCulture));

    public void HangsUp(IPhoneLeg leg) => Act(leg, PhoneSignal.HangsUp, call => call.PhoneHangsUp());

    /// <summary>Who is at the phone holds the call by it, or comes back.</summary>
    public void Holds(IPhoneLeg leg, bool isHolding) =>
        Act(leg, isHolding ? PhoneSignal.Holds : PhoneSignal.Retrieves, call => call.PhoneHolds(isHolding));

    /// <summary>An agent dials a number at its phone; beside a customer that the phone holds, it consults.</summary>
    /// <returns>Why not; null when the call was begun.</returns>
    public AgentRefusal? Dial(string account, string number, MediaAbility media, IPhoneLeg leg)
    {
        using var lockScope = _centre.Time.Enter();
        _log.AddPhone(account, PhoneSignal.Dials, number);
        return _centre.Roster.All.FirstOrDefault(a => a.Settings.SipAccount == account) is not { } agent
            ? AgentRefusal.Unknown
            : agent is { Call: QueuedCall { OwnCall: null } call, State: AgentState.Holding }
                // With a flow nobody talks before: its number is then one like any other.
                ? call.ConsultAt(leg, TargetOf(number) switch
                {
                    TransferTarget.ToIvr => new TransferTarget.ToNumber(number),
                    var target => target,
                })
            : _outbound.Begin(agent, number, media, leg);
    }

    /// <summary>A phone hands its call on (RFC 3515).</summary>
    /// <param name="user">Who gets it: an account, a work number, a queue, a flow or a number.</param>
    /// <returns>Why not; null when it is done, or under way.</returns>
    public AgentRefusal? Refers(IPhoneLeg leg, string user)
    {
        using var lockScope = _centre.Time.Enter();
        AgentRefusal? refusal = AgentRefusal.NoCall;
        Act(leg, PhoneSignal.Refers, call => refusal = call.PhoneAsks(new AgentInput.Transfer(TargetOf(user))), user);
        return refusal;
    }

    /// <summary>A phone that has two calls joins their other ends (RFC 3891 in a Refer-To).</summary>
    /// <returns>Why not; null when it is done.</returns>
    public AgentRefusal? Refers(IPhoneLeg leg, IPhoneLeg replaced)
    {
        using var lockScope = _centre.Time.Enter();
        if (_centre.Roster.All.FirstOrDefault(a => a.Phone == leg || a.Phone == replaced) is not
            { Call: QueuedCall { OwnCall: { } own } call } agent
            || (own != leg && own != replaced) || leg == replaced)
        {
            return AgentRefusal.NoTransfer;
        }

        _log.AddPhone(agent.Settings.SipAccount!, PhoneSignal.Replaces);
        return call.Ask(new AgentInput.Complete());
    }

    private TransferTarget TargetOf(string user) =>
        _centre.Roster.All.FirstOrDefault(a => a.Settings.SipAccount == user || $"{a.Settings.WorkNo}" == user)
            is { } agent ? new TransferTarget.ToAgent(agent.Settings.WorkNo)
        : _centre.Distribution.Queues.Any(q => q.Settings.Name == user) ? new TransferTarget.ToSkill(user)
        : _centre.Settings.Ivr.ContainsKey(user) ? new TransferTarget.ToIvr(user)
        : _centre.Settings.CalledRoutes.FirstOrDefault(r => r.Prefix == user) is { } route
            ? route.Queue is { } queue ? new TransferTarget.ToSkill(queue) : new TransferTarget.ToIvr(route.Ivr!)
        : new TransferTarget.ToNumber(user);

    private IReadOnlyList<(PhoneRegistration Phone, TimeSpan Left, IPhoneLine Line)> ReadAll()
    {
        using var lockScope = _centre.Time.Enter();
        return _centre.Phones.All;
    }

    // 486 and 600, 603, 607, 608 are a person's will; whatever else says that nothing could ring.
    private static bool IsRejection(int status) => status is 486 or 600 or 603 or 607 or 608;

    private void Act(IPhoneLeg leg, PhoneSignal signal, Action<IPhoneCall> act, string? text = null)
    {
        using var lockScope = _centre.Time.Enter();
        IfStill(leg, (account, call) =>
        {
            _log.AddPhone(account, signal, text);
            act(call);
        });
    }

    // What comes late is of a call that nobody has any longer.
    private void IfStill(IPhoneLeg leg, Action<string, IPhoneCall> act)
    {
        if (_centre.Roster.All.FirstOrDefault(a => a.Phone == leg) is { Call: { } call } agent)
        {
            act(agent.Settings.SipAccount!, call);
        }
        else if (_centre.Roster.All.Select(a => a.Call?.CalledPhone).FirstOrDefault(p => p?.Leg == leg) is { } called)
        {
            act(called.Account, called);
        }
        else if (_centre.Roster.All.FirstOrDefault(a => (a.Call as QueuedCall)?.OwnCall == leg) is { } consulting)
        {
            act(consulting.Settings.SipAccount!, new OwnConsultation((QueuedCall)consulting.Call!));
        }
        else if (_centre.Progress.Register.All
            .Select(c => c.Flow is QueuedCall queued ? queued.CalledPhone : c.Flow as ICalledPhone)
            .FirstOrDefault(p => p?.Leg == leg) is { } far)
        {
            act(far.Account, far);
        }
    }
}
