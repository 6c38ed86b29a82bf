namespace CecSim.Simulation.Faults;

/// <summary>
/// Which requests, or events, a fault strikes: those for which all that is said here holds. First <see cref="After"/>
/// and <see cref="For"/> say which are counted at all, as the fault's operation and match do. The count begins at 1
/// and belongs to the fault alone. Of the counted ones, <see cref="Nth"/>, <see cref="Every"/> and
/// <see cref="First"/> pick by number, and of those that are left <see cref="Probability"/> draws.
/// </summary>
public sealed record FaultWhen
{
    public static readonly FaultWhen Always = new();

    /// <summary>Only that number.</summary>
    public int? Nth { get; init; }

    /// <summary>Each multiple.</summary>
    public int? Every { get; init; }

    /// <summary>So many, then no more.</summary>
    public int? First { get; init; }

    /// <summary>The share that is struck: a draw in [0, 1) is less.</summary>
    public double? Probability { get; init; }

    /// <summary>Not before so much of the space's time is over.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>Only for so long from then on.</summary>
    public TimeSpan? For { get; init; }

    /// <param name="age">How old the space is.</param>
    public bool Counts(TimeSpan age)
    {
        var sinceBegin = age - (After ?? TimeSpan.Zero);
        return sinceBegin >= TimeSpan.Zero && (For is not { } length || sinceBegin < length);
    }

    /// <param name="number">Which of the counted ones it is.</param>
    public bool Picks(long number, SeededRandom random) =>
        (Nth is null || number == Nth)
        && (Every is not { } every || number % every == 0)
        && (First is null || number <= First)
        && (Probability is not { } share || random.Fraction() < share);
}
