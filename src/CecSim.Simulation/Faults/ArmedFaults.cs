namespace CecSim.Simulation.Faults;

/// <summary>The fault rules of a space with the requests that each has seen. They come and go while it lives.</summary>
public sealed class ArmedFaults
{
    /// <summary>What strikes is asked at every request.</summary>
    public const int FaultsMax = 1_000;

    private readonly IReadOnlyList<FaultRule> _rules;
    private readonly Lock _gate = new();
    private volatile ArmedFault[] _armed = [];
    private long _armedCount;

    internal ArmedFaults(IReadOnlyList<FaultRule> rules)
    {
        _rules = rules;
        Restore();
    }

    /// <summary>In the order in which they are asked.</summary>
    public IReadOnlyList<ArmedFaultView> View => [.. _armed.Select(a => a.View)];

    /// <summary>Counts a request and tells what shall happen to it, in the order of arming.</summary>
    public IReadOnlyList<Fault> Strike(CecOperation operation)
    {
        var armed = _armed;
        return Array.Exists(armed, a => a.Rule.At == operation)
            ? [.. armed.Where(a => a.Rule.At == operation && a.CountAndTest()).Select(a => a.Rule.Inject)]
            : [];
    }

    /// <returns>Its id; null when there are too many.</returns>
    public long? Arm(FaultRule rule)
    {
        lock (_gate)
        {
            if (_armed.Length >= FaultsMax)
            {
                return null;
            }

            var armed = new ArmedFault(++_armedCount, rule);
            _armed = [.. _armed, armed];
            return armed.Id;
        }
    }

    /// <returns>False when there is no such fault.</returns>
    public bool Disarm(long id)
    {
        lock (_gate)
        {
            var before = _armed.Length;
            _armed = [.. _armed.Where(a => a.Id != id)];
            return _armed.Length < before;
        }
    }

    public void DisarmAll()
    {
        lock (_gate)
        {
            _armed = [];
        }
    }

    /// <summary>The faults that the space began with, and no others; all count from the beginning.</summary>
    public void Restore()
    {
        lock (_gate)
        {
            _armed = [.. _rules.Select(rule => new ArmedFault(++_armedCount, rule))];
        }
    }

    private sealed class ArmedFault(long id, FaultRule rule)
    {
        private long _requestsCount;
        private long _strikesCount;

        public long Id { get; } = id;

        public FaultRule Rule { get; } = rule;

        public ArmedFaultView View =>
            new(Id, Rule, Interlocked.Read(ref _requestsCount), Interlocked.Read(ref _strikesCount));

        public bool CountAndTest()
        {
            var strikes = Rule.When.Strikes(Interlocked.Increment(ref _requestsCount));
            if (strikes)
            {
                Interlocked.Increment(ref _strikesCount);
            }

            return strikes;
        }
    }
}
