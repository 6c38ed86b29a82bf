using System.Globalization;
using CecSim.Simulation.Clock;
using CecSim.Simulation.Spaces;
using CecSim.Simulation.Users;

namespace CecSim.Simulation.Faults;

/// <summary>The fault rules of a space with what each has counted.</summary>
public sealed class ArmedFaults
{
    private readonly Timeline _timeline;
    private readonly Draws _draws;
    private IReadOnlyList<ArmedFault> _armed = [];
    private ILookup<CecOperation, ArmedFault> _onRequests = null!;
    private ILookup<CecOperation, ArmedFault> _onEvents = null!;

    internal ArmedFaults(Timeline timeline, IReadOnlyList<FaultRule> rules, Draws draws)
    {
        _timeline = timeline;
        _draws = draws;
        Replace(rules);
    }

    /// <summary>Whether it matters here who sends a request.</summary>
    public bool AskWho(CecOperation operation) => _onRequests[operation].Any(a => !a.Rule.Match.CoversAll);

    /// <summary>Counts a request and tells what shall happen to it, in file order.</summary>
    /// <param name="who">Null when it is not known.</param>
    public IReadOnlyList<FaultStrike> Strike(CecOperation operation, FaultSubject? who = null)
    {
        if (!_onRequests.Contains(operation))
        {
            return [];
        }

        using var turn = _timeline.Enter();
        var strikes = new List<FaultStrike>();
        foreach (var armed in _onRequests[operation])
        {
            if (armed.Strikes(who, _timeline.Now) is { } draws)
            {
                strikes.Add(new FaultStrike((RequestFault)armed.Rule.Inject, draws));
            }
        }

        return strikes;
    }

    /// <summary>Arms other rules. Those that stay, in their place, keep their counts.</summary>
    internal void Replace(IReadOnlyList<FaultRule> rules)
    {
        using var turn = _timeline.Enter();
        _armed = [.. rules.Select((r, i) => i < _armed.Count && _armed[i].Rule == r ? _armed[i] : Arm(r, i))];
        _onRequests = _armed.Where(a => a.Rule.Inject is RequestFault).ToLookup(a => a.Rule.At);
        _onEvents = _armed.Where(a => a.Rule.Inject is EventFault).ToLookup(a => a.Rule.At);
    }

    /// <summary>What counts an event of this user that a poll is to have, and tells what shall happen to it.</summary>
    internal Func<IReadOnlyList<EventFault>> AtEventsOf(User user, CecOperation operation)
    {
        var who = new FaultSubject(user.UserId, user.Channel.Id);
        return () =>
        [
            .. _onEvents[operation]
                .Where(a => a.Strikes(who, _timeline.Now) is not null)
                .Select(a => (EventFault)a.Rule.Inject),
        ];
    }

    private ArmedFault Arm(FaultRule rule, int place) =>
        new(rule, _draws.Fork(place.ToString(CultureInfo.InvariantCulture)), _timeline.Now);
}
