namespace CecSim.Control.Contracts;

/// <summary>Which requests are meant. What is null is not asked about.</summary>
public record JournalQuery
{
    /// <summary>The last word of the path, as in <c>getClickToCallEvents</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>The HTTP method.</summary>
    public string? Method { get; init; }

    /// <summary>The path without its query.</summary>
    public string? Path { get; init; }

    /// <summary>The user that the request spoke for.</summary>
    public string? User { get; init; }

    /// <summary>The HTTP status of the answer; 0 for requests that got none.</summary>
    public int? Status { get; init; }

    /// <summary>The <c>resultCode</c> of the answer.</summary>
    public string? ResultCode { get; init; }

    /// <summary>Not before this moment of the space's time.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Not after this moment of the space's time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Found anywhere in path, query or bodies; capitals do not matter.</summary>
    public string? Text { get; init; }
}

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

/// <summary>What became of a claim.</summary>
/// <param name="Holds">Whether it surely holds.</param>
/// <param name="Outcome">The same, and whether it can be known.</param>
/// <param name="Count">How many entries of the journal are meant by the claim.</param>
/// <param name="Why">The same in a sentence.</param>
/// <param name="Nearest">Where it does not hold, the entries that come nearest, matching ones first.</param>
public sealed record JournalVerdict(
    bool Holds, VerdictOutcome Outcome, int Count, string Why, IReadOnlyList<NearJournalEntry> Nearest);

/// <summary>An entry that comes near a claim.</summary>
/// <param name="Differences">What keeps it from being meant, in words; empty for one that is.</param>
/// <param name="Entry">The entry.</param>
public sealed record NearJournalEntry(IReadOnlyList<string> Differences, JournalEntry Entry);

/// <summary>What became of a claim.</summary>
[JsonConverter(typeof(EnumWordConverter<VerdictOutcome>))]
public enum VerdictOutcome
{
    /// <summary>Something that this client does not know.</summary>
    Unknown,

    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It does not.</summary>
    DoesNotHold,

    /// <summary>The journal has dropped entries that would matter.</summary>
    CannotBeKnown,
}
