namespace CecSim.ControlClient;

/// <summary>What a search in the journal found.</summary>
/// <param name="Count">How many entries it found.</param>
/// <param name="Dropped">How many entries the journal has dropped: what is found is not all there was.</param>
/// <param name="DroppedUntil">The latest moment of which an entry was dropped; null when none was.</param>
/// <param name="Entries">In the order in which the requests came.</param>
public sealed record JournalPage(
    int Count, long Dropped, DateTimeOffset? DroppedUntil, IReadOnlyList<JournalEntry> Entries);
