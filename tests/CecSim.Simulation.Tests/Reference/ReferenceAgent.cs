namespace CecSim.Simulation.Tests.Reference;

internal sealed class ReferenceAgent(AgentSettings settings)
{
    public int WorkNo => settings.WorkNo;

    public AgentBehavior Conduct => settings.Conduct;

    public string State { get; set; } = "Ready";

    public TimeSpan IdleSince { get; set; }

    public ReferenceCall? Call { get; set; }

    public bool Serves(string queue) => settings.Skills!.Any(s => s.Queue == queue);

    public AgentSkill SkillIn(string queue) => settings.Skills!.Single(s => s.Queue == queue);
}
