namespace CecSim.Simulation.Journal;

/// <summary>How much a space remembers of what its clients did.</summary>
public sealed record JournalSettings
{
    /// <summary>Then the oldest entries are dropped and counted.</summary>
    public int EntriesMax { get; init; } = 1_000;

    /// <summary>
    /// Of all entries together, roughly as they lie in memory; the newest entry stays whatever its size.
    /// </summary>
    public long BytesMax { get; init; } = 4 * 1024 * 1024;

    /// <summary>What is kept of a body; its full length is noted.</summary>
    public int BodyCharsMax { get; init; } = 8 * 1024;
}
