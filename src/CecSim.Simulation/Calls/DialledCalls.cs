using CecSim.Simulation.Channels;
using CecSim.Simulation.Ivr;

namespace CecSim.Simulation.Calls;

/// <summary>
/// Calls of customers' phones: an access code, with its extension code, leads to a queue or an IVR flow
/// (Connection Bar, table 4-3).
/// </summary>
public sealed class DialledCalls
{
    private static readonly ChannelSettings Phones =
        new() { Id = "phone", Name = "phone", WebRtc = false, ClickToCall = false };

    private readonly ContactCentre _centre;
    private readonly AccessCodes _accessCodes;
    private readonly Dictionary<string, CalledRoute> _routes;
    private readonly ArmedFaults _faults;

    internal DialledCalls(
        ContactCentre centre, AccessCodes accessCodes, IReadOnlyList<CalledRoute> routes, ArmedFaults faults)
    {
        (_centre, _accessCodes, _faults) = (centre, accessCodes, faults);

        // "Click-to-dial skill queues apply only to the web channel" (table 4-2).
        _routes = routes
            .Where(r => r.Queue is null
                || centre.Distribution.Find(r.Queue).Settings.Type is QueueType.Voice or QueueType.Video)
            .ToDictionary(r => r.Prefix);
    }

    /// <summary>All that can be dialled, in their order.</summary>
    public IReadOnlyList<string> Numbers => [.. _routes.Keys.Order(StringComparer.Ordinal)];

    public bool Has(string number) => _routes.ContainsKey(number);

    /// <summary>Counts an INVITE to one of them and tells which faults strike it.</summary>
    public IReadOnlyList<TriggeredInviteFault> Strike(string caller)
    {
        using var lockScope = _centre.Time.Enter();
        return _faults.StrikeInvite(CecOperation.Invite, UserOf(caller));
    }

    /// <summary>As whom a phone that dials is known to faults.</summary>
    public static FaultTargetUser UserOf(string caller) => new(caller, Phones.Id);

    /// <summary>What <see cref="Begin"/> would say now.</summary>
    public DialRefusal? Judge(string number)
    {
        using var lockScope = _centre.Time.Enter();
        return WhyNot(CallOf(number, caller: ""), QueueOf(_routes[number]));
    }

    /// <summary>A customer has dialled one of them.</summary>
    /// <returns>Why there is no call; null when it was begun.</returns>
    public DialRefusal? Begin(string number, string caller, IMediaLeg leg)
    {
        using var lockScope = _centre.Time.Enter();
        var call = CallOf(number, caller);
        var queue = QueueOf(_routes[number]);
        if (WhyNot(call, queue) is { } refusal)
        {
            return refusal;
        }

        call.User.Call = call;
        call.IsAgentPresent = false;
        call.AccessCode = _accessCodes.Take(call, number);
        call.Flow = queue is null
            ? new IvrCall(_centre, call, _routes[number].Ivr!)
            : new QueuedCall(_centre, call, queue);
        _centre.Progress.Begin(call);
        CallMedia.Put(call, leg);
        call.Flow.Begin();
        return null;
    }

    private Call CallOf(string number, string caller) => new(
        new User(caller, Phones),
        QueueOf(_routes[number])?.Settings.Type is QueueType.Video ? MediaAbility.Video : MediaAbility.Voice,
        _centre.Time.Now)
    {
        Dialled = number,
    };

    private SkillQueue? QueueOf(CalledRoute route) =>
        route.Queue is { } queue ? _centre.Distribution.Find(queue) : null;

    private DialRefusal? WhyNot(Call call, SkillQueue? queue) =>
        call.Media == MediaAbility.Voice
        && _centre.Progress.Register.CountLive(MediaAbility.Voice) >= _centre.Settings.Resources.MaxConcurrentVoiceCalls
            ? DialRefusal.TooManyCalls
            : queue is null ? null
            : CallDistributor.TurnedAway(queue, new QueuedCall(_centre, call, queue)) switch
            {
                null => null,
                QueueExitReason.NoAgents => DialRefusal.NoAgents,
                _ => DialRefusal.QueueFull,
            };
}

/// <summary>Why a number that leads to a queue is not answered.</summary>
public enum DialRefusal
{
    /// <summary>No agent of the queue is on duty, and its policy is to release.</summary>
    NoAgents,

    /// <summary>As many wait in the queue as may, and its policy is to release.</summary>
    QueueFull,

    /// <summary>As many voice calls live as the tenant has been granted.</summary>
    TooManyCalls,
}
