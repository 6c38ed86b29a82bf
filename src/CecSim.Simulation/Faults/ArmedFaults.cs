using CecSim.Simulation.Breakpoints;

namespace CecSim.Simulation.Faults;

/// <summary>The fault rules of a space with what each has counted. They come and go while it lives.</summary>
public sealed class ArmedFaults
{
    /// <summary>What strikes is asked at every request.</summary>
    public const int FaultsMax = 1_000;

    private readonly SpaceScheduler _scheduler;
    private readonly SeededRandom _random;
    private IReadOnlyList<FaultRule> _rules;
    private IReadOnlyList<ArmedFault> _ofScenario = [];
    private IReadOnlyList<ArmedFault> _byHand = [];
    private ILookup<CecOperation, ArmedFault> _onRequests = null!;
    private ILookup<CecOperation, ArmedFault> _onEvents = null!;
    private ILookup<CecOperation, ArmedFault> _onInvites = null!;
    private long _armedCount;

    /// <param name="before">What goes on from before a reset, counts included; null to begin.</param>
    internal ArmedFaults(
        SpaceScheduler scheduler,
        IReadOnlyList<FaultRule> rules,
        SeededRandom random,
        HeldMessages held,
        ArmedFaults? before = null)
    {
        Held = held;
        _scheduler = scheduler;
        _random = random;
        _rules = rules;
        using var lockScope = scheduler.Enter();
        if (before is null)
        {
            Set([.. rules.Select(Arm)], []);
        }
        else
        {
            _armedCount = before._armedCount;
            Set(before._ofScenario, before._byHand);
        }
    }

    /// <summary>In the order in which they are asked.</summary>
    public IReadOnlyList<ArmedFaultView> View
    {
        get
        {
            using var lockScope = _scheduler.Enter();
            return [.. All.Select(a => a.View)];
        }
    }

    /// <summary>What those that are breakpoints have paused.</summary>
    public HeldMessages Held { get; }

    private IEnumerable<ArmedFault> All => _ofScenario.Concat(_byHand);

    /// <summary>Whether it matters here who sends a request.</summary>
    public bool AskWho(CecOperation operation) => _onRequests[operation].Any(a => !a.Rule.Match.CoversAll);

    /// <summary>Counts a request and tells what shall happen to it, in file order.</summary>
    /// <param name="who">Null when it is not known.</param>
    public IReadOnlyList<TriggeredFault> Strike(CecOperation operation, FaultTargetUser? who = null)
    {
        if (!_onRequests.Contains(operation))
        {
            return [];
        }

        using var lockScope = _scheduler.Enter();
        var strikes = new List<TriggeredFault>();
        foreach (var armed in _onRequests[operation])
        {
            if (armed.Strikes(who, _scheduler.Now) is { } random)
            {
                strikes.Add(new TriggeredFault((RequestFault)armed.Rule.Inject, random));
            }
        }

        return strikes;
    }

    /// <summary>Counts an INVITE and tells what shall happen to it and its call, in file order.</summary>
    /// <param name="operation">Whom it calls: the gateway or an agent's phone.</param>
    /// <param name="who">The customer; null when it calls nobody's number.</param>
    internal IReadOnlyList<TriggeredInviteFault> StrikeInvite(CecOperation operation, FaultTargetUser? who) =>
    [
        .. from armed in _onInvites[operation]
           let draws = armed.Strikes(who, _scheduler.Now)
           where draws is not null
           select new TriggeredInviteFault((InviteFault)armed.Rule.Inject, draws),
    ];

    /// <returns>The fault as it was armed; null when there are too many.</returns>
    public ArmedFaultView? Add(FaultRule rule)
    {
        using var lockScope = _scheduler.Enter();
        if (_ofScenario.Count + _byHand.Count >= FaultsMax)
        {
            return null;
        }

        var number = (++_armedCount).ToString(CultureInfo.InvariantCulture);
        var armed = new ArmedFault(_armedCount, rule, _random.Fork($"by hand {number}"), _scheduler.Now);
        Set(_ofScenario, [.. _byHand, armed]);
        return armed.View;
    }

    /// <returns>False when there is no such fault.</returns>
    public bool Remove(long id)
    {
        using var lockScope = _scheduler.Enter();
        if (All.All(a => a.Id != id))
        {
            return false;
        }

        Set([.. _ofScenario.Where(a => a.Id != id)], [.. _byHand.Where(a => a.Id != id)]);
        return true;
    }

    public void Clear()
    {
        using var lockScope = _scheduler.Enter();
        Set([], []);
    }

    /// <summary>The faults of the scenario and no others; all count from the beginning.</summary>
    public void Restore()
    {
        using var lockScope = _scheduler.Enter();
        Set([.. _rules.Select(Arm)], []);
    }

    /// <summary>Arms other rules. Those that stay in their place, and those armed by hand, keep their counts.</summary>
    internal void Replace(IReadOnlyList<FaultRule> rules)
    {
        using var lockScope = _scheduler.Enter();
        var armed = _ofScenario;
        _rules = rules;
        Set([.. rules.Select((r, i) => i < armed.Count && armed[i].Rule == r ? armed[i] : Arm(r, i))], _byHand);
    }

    /// <summary>What counts an event of this user that a poll is to have, and tells what shall happen to it.</summary>
    internal Func<IReadOnlyList<EventFault>> AtEventsOf(User user, CecOperation operation) =>
        AtEventsOf(new FaultTargetUser(user.UserId, user.Channel.Id), operation);

    /// <param name="who">Null where no user is told, but an agent.</param>
    internal Func<IReadOnlyList<EventFault>> AtEventsOf(FaultTargetUser? who, CecOperation operation)
    {
        return () => _onEvents.Contains(operation)
            ? [
                .. _onEvents[operation]
                    .Where(a => a.Strikes(who, _scheduler.Now) is not null)
                    .Select(a => (EventFault)a.Rule.Inject),
            ]
            : [];
    }

    private void Set(IReadOnlyList<ArmedFault> ofScenario, IReadOnlyList<ArmedFault> byHand)
    {
        _ofScenario = ofScenario;
        _byHand = byHand;
        _onRequests = All.Where(a => a.Rule.Inject is RequestFault).ToLookup(a => a.Rule.At);
        _onInvites = All.Where(a => a.Rule.Inject is InviteFault).ToLookup(a => a.Rule.At);
        _onEvents = All.Where(a => a.Rule.Inject is EventFault).ToLookup(a => a.Rule.At);
    }

    private ArmedFault Arm(FaultRule rule, int place) =>
        new(++_armedCount, rule, _random.Fork(place.ToString(CultureInfo.InvariantCulture)), _scheduler.Now);
}
