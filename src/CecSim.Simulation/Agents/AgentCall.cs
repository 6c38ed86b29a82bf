using CecSim.Simulation.Calls;

namespace CecSim.Simulation.Agents;

/// <summary>A call as its agent sees it.</summary>
/// <param name="CallId"><c>{unix seconds}-{n}</c>, as in the documents' samples.</param>
/// <param name="IsOutbound">Whether the agent called the customer.</param>
public sealed record AgentCall(
    string CallId, string Caller, string Called, MediaAbility Media, bool IsOutbound = false)
{
    /// <summary>The number at the other end.</summary>
    public string Customer => IsOutbound ? Called : Caller;
}
