namespace CecSim.Simulation.Journal;

/// <summary>A header as it stands in the journal: secrets are masked.</summary>
public readonly record struct JournalHeader(string Name, string Value);
