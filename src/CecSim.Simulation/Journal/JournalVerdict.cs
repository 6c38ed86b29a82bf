namespace CecSim.Simulation.Journal;

/// <param name="MatchesCount">How many entries of the journal are meant by the claim.</param>
/// <param name="Nearest">When it does not hold: the entries that come nearest, matching ones first.</param>
public sealed record JournalVerdict(
    VerdictOutcome Outcome, int MatchesCount, string Why, IReadOnlyList<NearEntry> Nearest);

/// <summary>What became of a claim.</summary>
public enum VerdictOutcome
{
    Holds,
    DoesNotHold,

    /// <summary>It would need entries that were dropped.</summary>
    CannotBeKnown,
}

/// <param name="Differences">What keeps the entry from being meant; empty for one that is.</param>
public sealed record NearEntry(JournalEntry Entry, IReadOnlyList<string> Differences);
