using CecSim.Scenarios.People;

namespace CecSim.Scenarios.Agents;

/// <summary>
/// The <c>agents</c> of a space: a list, or so many of a pattern, <c>{ count: 200 }</c>, with a list of others beside.
/// </summary>
internal static class AgentsShape
{
    private static readonly AgentPopulation Start = new(0, AgentKeys.Start with { WorkNo = 1001 });

    private static readonly ListShape<AgentSettings> List =
        new("agents", AgentShape.Agent, 0, AgentPopulation.CountMax);

    public static readonly Shape<AgentStaff> Staff =
        new ShorthandShape<AgentStaff>(
            "a list of agents, or a mapping with their count",
            new DiscriminatedShape<AgentStaff, AgentType>("type", AgentKeys.Type, Start.Pattern.Type, ByNumber))
        {
            List = List.To(agents => new AgentStaff(agents, null)),
        };

    private static ObjectShape<AgentStaff> ByNumber(AgentType? type) =>
        new ObjectShape<AgentStaff>(new AgentStaff([], Start))
            .Optional("list", "agents with keys of their own.", List, (s, agents) => s with { Listed = agents })
            .Including(PopulationOf(type), s => s.Population!, (s, population) => s with { Population = population })
            .RequiresUnlessAlone("count", "list")
            .Rule(EachHasANumber);

    private static ObjectShape<AgentPopulation> PopulationOf(AgentType? type) =>
        new ObjectShape<AgentPopulation>(Start)
            .Optional(
                "count",
                "how many agents, beside those of the list.",
                new NumberShape<int>("a number of agents", 1, AgentPopulation.CountMax),
                (p, count) => p with { Count = count })
            .Optional(
                "startingAt",
                "the first work number; the others follow.",
                AgentKeys.WorkNo,
                (p, workNo) => p with { Pattern = p.Pattern with { WorkNo = workNo } })
            .Including(AgentKeys.Of(type), p => p.Pattern, (p, pattern) => p with { Pattern = pattern });

    private static void EachHasANumber(AgentStaff staff, Node.Map map, ParseContext context)
    {
        var found = WorkNumbers.Of(staff.Population!, staff.Listed).Count();
        if (found < staff.Population!.Count)
        {
            var from = staff.Population.Pattern.WorkNo;
            context.Report(
                map.PlaceOf("count"),
                $"too few work numbers are free from {from} to {AgentSettings.WorkNoMax}: {found}");
        }
    }
}
