namespace CecSim.Simulation.Faults;

/// <summary>The fault rules of a space with the requests that each has seen.</summary>
public sealed class ArmedFaults
{
    private readonly ArmedFault[] _armed;
    private readonly bool[] _concerns = new bool[CecOperations.All.Count];

    internal ArmedFaults(IReadOnlyList<FaultRule> rules)
    {
        _armed = [.. rules.Select(rule => new ArmedFault(rule))];
        foreach (var rule in rules)
        {
            _concerns[(int)rule.At] = true;
        }
    }

    /// <summary>Counts a request and tells what shall happen to it, in file order.</summary>
    public IReadOnlyList<Fault> Strike(CecOperation operation)
    {
        if (!_concerns[(int)operation])
        {
            return [];
        }

        return [.. _armed.Where(a => a.Rule.At == operation && a.CountAndTest()).Select(a => a.Rule.Inject)];
    }

    private sealed class ArmedFault(FaultRule rule)
    {
        private long _requestsCount;

        public FaultRule Rule { get; } = rule;

        public bool CountAndTest() => Rule.When.Strikes(Interlocked.Increment(ref _requestsCount));
    }
}
