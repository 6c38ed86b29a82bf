namespace CecSim.ControlClient;

/// <summary>
/// A claim about what clients did: so many requests of that kind came. Without a number, that at least one came.
/// </summary>
public sealed record JournalClaim : JournalQuery
{
    /// <summary>Exactly so many; then neither of the others.</summary>
    public int? Times { get; init; }

    /// <summary>So many or more.</summary>
    public int? AtLeast { get; init; }

    /// <summary>So many or fewer.</summary>
    public int? AtMost { get; init; }
}
