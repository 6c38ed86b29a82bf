namespace CecSim.Scenarios;

/// <summary>A part of a scenario, or all that is wrong with it.</summary>
/// <param name="Value">Null when something is wrong.</param>
public sealed record ScenarioPart<T>(T? Value, IReadOnlyList<Diagnostic> Complaints)
    where T : class;
