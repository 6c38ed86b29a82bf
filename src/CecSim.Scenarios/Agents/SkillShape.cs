namespace CecSim.Scenarios.Agents;

/// <summary>The <c>queues</c> of an agent: names, or names with weights (Connection Bar, figure 4-5).</summary>
internal static class SkillShape
{
    private const int QueuesMax = 100;

    private static readonly NumberShape<int> Weight = new("a weight", 1, 100);

    /// <param name="queues">The kind of queue that the agent can process.</param>
    public static ListShape<AgentSkill> ListOf(string queues) =>
        new("queues", Of(queues), 0, QueuesMax) { Rule = EachQueueOnce };

    private static ObjectShape<AgentSkill> Of(string queues) =>
        new ObjectShape<AgentSkill>(new AgentSkill(""))
            .Required("name", "the queue.", QueueShape.Reference(queues), (s, name) => s with { Queue = name })
            .Optional(
                "agentWeight",
                "among the free agents of a queue the heaviest is taken first.",
                Weight,
                (s, weight) => s with { AgentWeight = weight },
                s => s.AgentWeight)
            .Optional(
                "skillWeight",
                "among the queues of a free agent the heaviest is served first.",
                Weight,
                (s, weight) => s with { SkillWeight = weight },
                s => s.SkillWeight)
            .OrJust("name");

    private static void EachQueueOnce(IReadOnlyList<(AgentSkill Skill, Node Node)> skills, ParseContext context)
    {
        var seen = new HashSet<string>();
        foreach (var (skill, node) in skills.Where(s => s.Skill.Queue.Length > 0 && !seen.Add(s.Skill.Queue)))
        {
            var at = (node as Node.Map)?.PlaceOf("name") ?? node.At;
            context.Report(at, $"the queue {Quote.Of(skill.Queue)} is already there for this agent");
        }
    }
}
