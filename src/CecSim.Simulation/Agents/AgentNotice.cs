namespace CecSim.Simulation.Agents;

/// <summary>What an agent's page is told: the <c>eventType</c> and <c>content</c> of one event of table 6-1.</summary>
public sealed record AgentNotice(string EventType, AgentNoticeContent? Content = null);
