namespace CecSim.Simulation.Scripts;

/// <summary>Steps beside a call's script, for whenever the client does something.</summary>
/// <param name="Nth">Only when it does so for that time; null for each time.</param>
public sealed record CallHandler(CallAction Action, Script Do, int? Nth = null);
