namespace CecSim.Simulation.Calls;

/// <summary>A header that a createClickToCall request must carry.</summary>
/// <param name="Name">Its name, whatever the case.</param>
/// <param name="Value">A pattern with <c>*</c> and <c>?</c>; case counts.</param>
public sealed record HeaderMatch(string Name, string Value);
