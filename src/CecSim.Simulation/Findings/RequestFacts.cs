namespace CecSim.Simulation.Findings;

/// <summary>What the rules for single requests look at.</summary>
/// <param name="LacksBearer">Authorization is there, without its scheme.</param>
/// <param name="MaskedQuery">The query with its secrets masked; null when it holds none.</param>
/// <param name="FieldNames">Of the body's object.</param>
public readonly record struct RequestFacts(
    CecOperation? Operation,
    bool LacksBearer,
    string? MaskedQuery,
    bool HasBody,
    string? ContentType,
    IEnumerable<string> FieldNames);
