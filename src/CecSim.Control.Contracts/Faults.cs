namespace CecSim.Control.Contracts;

/// <summary>The faults that are armed in a space.</summary>
/// <param name="Faults">In the order in which they are asked.</param>
public sealed record FaultList(IReadOnlyList<ArmedFault> Faults);

/// <summary>A fault that is armed, in the words of a scenario.</summary>
/// <param name="Id">What to call it in other requests.</param>
/// <param name="At">The operation whose requests it strikes.</param>
/// <param name="When">Which requests; null for all.</param>
/// <param name="Match">Whose requests; null for everybody's.</param>
/// <param name="Inject">What goes wrong.</param>
/// <param name="Seen">How many requests, or events, it has counted.</param>
/// <param name="Strikes">How many of them it struck.</param>
public sealed record ArmedFault(
    long Id,
    string At,
    JsonElement? When,
    JsonElement? Match,
    JsonElement Inject,
    long Seen,
    long Strikes);
