using CecSim.Simulation.Calls;

namespace CecSim.Simulation.Agents;

/// <summary>A call as its agent sees it.</summary>
/// <param name="CallId"><c>{unix seconds}-{n}</c>, as in the documents' samples.</param>
public sealed record AgentCall(string CallId, string Caller, string Called, MediaAbility Media);
