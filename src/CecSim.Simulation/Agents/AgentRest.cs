namespace CecSim.Simulation.Agents;

/// <summary>A rest that an agent takes again and again, as soon as it is free.</summary>
/// <param name="Every">From signing in, or from the end of a rest, to the next rest.</param>
/// <param name="For">How long it rests.</param>
/// <param name="Allowed">After so long it is reminded that its rest is over (AgentState_Rest_Timeout).</param>
public sealed record AgentRest(TimeSpan Every, TimeSpan For, TimeSpan Allowed);
