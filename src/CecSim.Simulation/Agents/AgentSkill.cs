namespace CecSim.Simulation.Agents;

/// <summary>An agent's place in a skill queue (Connection Bar, figure 4-5).</summary>
/// <param name="AgentWeight">Among the free agents of a queue the heaviest is taken first.</param>
/// <param name="SkillWeight">Among the queues of a free agent the heaviest is served first.</param>
public sealed record AgentSkill(string Queue, int AgentWeight = 1, int SkillWeight = 1);
