namespace CecSim.Client.Agents;

/// <summary>The answer of queryAgentInfo (Connection Bar, table 5-4).</summary>
/// <param name="SipServiceIp">Where the agents' phones register; null where CEC names no place.</param>
/// <param name="SipServicePort">Its port, 1 to 65535; null where CEC names none.</param>
/// <param name="Agents">The agents, in CEC's order.</param>
public sealed record CecAgentList(string? SipServiceIp, int? SipServicePort, IReadOnlyList<CecAgent> Agents);
