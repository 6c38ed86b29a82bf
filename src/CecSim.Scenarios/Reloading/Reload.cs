namespace CecSim.Scenarios.Reloading;

/// <summary>What a change of scenario files brings, to be carried out and to be told.</summary>
/// <param name="Replaced">Whose calls and faults are other ones now. Each has the credentials it runs with.</param>
/// <param name="Notes">What was done and what could not be with other files, a line for each.</param>
/// <param name="Complaints">What is wrong in files that therefore stay as they were.</param>
public sealed record Reload(
    IReadOnlyList<Replacement> Replaced,
    IReadOnlyList<string> Notes,
    IReadOnlyList<Diagnostic> Complaints)
{
    /// <summary>Of files that are new: each makes a space.</summary>
    public IReadOnlyList<Scenario> Added { get; init; } = [];

    /// <summary>Files that are gone: with each goes its space.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];
}

/// <summary>A scenario whose file has changed.</summary>
/// <param name="Note">What to say once it is in force.</param>
public sealed record Replacement(Scenario Scenario, string Note);
