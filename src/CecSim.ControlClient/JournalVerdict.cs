namespace CecSim.ControlClient;

/// <summary>What became of a claim.</summary>
/// <param name="Holds">Whether it surely holds.</param>
/// <param name="Outcome">
/// <c>holds</c>, <c>doesNotHold</c>, or <c>cannotBeKnown</c> where the journal has dropped entries that would matter.
/// </param>
/// <param name="Count">How many entries of the journal are meant by the claim.</param>
/// <param name="Why">The same in a sentence.</param>
/// <param name="Nearest">Where it does not hold, the entries that come nearest, matching ones first.</param>
public sealed record JournalVerdict(
    bool Holds, string Outcome, int Count, string Why, IReadOnlyList<NearJournalEntry> Nearest);

/// <summary>An entry that comes near a claim.</summary>
/// <param name="Differences">What keeps it from being meant, in words; empty for one that is.</param>
/// <param name="Entry">The entry.</param>
public sealed record NearJournalEntry(IReadOnlyList<string> Differences, JournalEntry Entry);
