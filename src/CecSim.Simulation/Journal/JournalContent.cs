namespace CecSim.Simulation.Journal;

/// <summary>A journal as it stood at one moment.</summary>
/// <param name="DroppedCount">How many entries are gone since the journal began or was cleared.</param>
/// <param name="DroppedUntil">The latest moment of which an entry is gone; null when none is.</param>
public sealed record JournalContent(
    IReadOnlyList<JournalEntry> Entries, long DroppedCount, DateTimeOffset? DroppedUntil);
