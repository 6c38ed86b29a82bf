namespace CecSim.Simulation.Faults;

/// <summary>One fault rule of a space with its count.</summary>
internal sealed class ArmedFault(long id, FaultRule rule, SeededRandom random, DateTimeOffset armedAt)
{
    private long _count;
    private long _strikesCount;

    /// <summary>No other fault of the space ever has it.</summary>
    public long Id { get; } = id;

    public FaultRule Rule { get; } = rule;

    public ArmedFaultView View => new(Id, Rule, _count, _strikesCount);

    /// <summary>Counts a request or event that the rule speaks of.</summary>
    /// <returns>What the fault draws from when it strikes; null when it does not.</returns>
    public SeededRandom? Strikes(FaultTargetUser? who, DateTimeOffset now)
    {
        if (!Rule.Match.Covers(who) || !Rule.When.Counts(now - armedAt))
        {
            return null;
        }

        // Forked by number: what one request draws does not hang on how many draws the ones before it took.
        _count++;
        var own = random.Fork(_count.ToString(CultureInfo.InvariantCulture));
        if (!Rule.When.Picks(_count, own))
        {
            return null;
        }

        _strikesCount++;
        return own;
    }
}
