namespace CecSim.Simulation.Findings;

/// <summary>A rule that was broken, how often, and where to look.</summary>
/// <param name="Count">Of all times, those that are not listed among them.</param>
/// <param name="Cases">The first and the latest ones, in their order.</param>
public sealed record Finding(FindingRule Rule, long Count, IReadOnlyList<FindingCase> Cases);

/// <summary>One time that a rule was broken.</summary>
/// <param name="Entry">The journal's entry; null where no one request did it.</param>
/// <param name="User">Null when it is not known.</param>
/// <param name="Detail">What was particular to it; null for nothing.</param>
public sealed record FindingCase(DateTimeOffset At, string? Entry, string? User, string? Detail);
