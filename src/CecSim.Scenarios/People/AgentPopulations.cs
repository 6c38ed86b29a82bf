using CecSim.Scenarios.People;

namespace CecSim.Scenarios;

/// <summary>Makes people of agents that a scenario only counts.</summary>
public static class AgentPopulations
{
    /// <summary>
    /// The space with each of its agents listed. The same seed gives the same people, and who has a work number does
    /// not depend on how many others there are.
    /// </summary>
    public static SpaceSettings Fill(SpaceSettings space)
    {
        if (space.Population is not { } population)
        {
            return space;
        }

        var random = new SeededRandom(space.Seed);
        var accounts = space.Agents.Select(a => a.AccountCode).OfType<string>().ToHashSet();
        var made = WorkNumbers.Of(population, space.Agents)
            .Select(workNo => Employ(population.Pattern, workNo, random.Fork($"agent {workNo}"), accounts));
        return space with { Agents = [.. space.Agents, .. made], Population = null };
    }

    private static AgentSettings Employ(
        AgentSettings pattern, int workNo, SeededRandom random, HashSet<string> accounts)
    {
        Person person;
        do
        {
            person = Person.Of(random.Next());
        }
        while (!accounts.Add(person.AccountCode));

        return pattern with
        {
            WorkNo = workNo,
            Name = person.Name,
            AccountCode = person.AccountCode,
            SipAccount = WorkNumbers.SipAccount(workNo),
            SipPassword = pattern.SipPassword ?? person.Password,
        };
    }
}
