namespace CecSim.Simulation.Journal;

/// <summary>A body as it stands in the journal: secrets are masked, and what is too long is cut.</summary>
/// <param name="BytesCount">Its length on the wire, whatever is kept.</param>
public sealed record JournalBody(string Text, long BytesCount, bool IsCut);
