namespace CecSim.Scenarios.People;

/// <summary>The numbers of agents that are made by number.</summary>
internal static class WorkNumbers
{
    /// <summary>As many as the population counts, or fewer when the numbers run out.</summary>
    public static IEnumerable<int> Of(AgentPopulation population, IReadOnlyList<AgentSettings> listed)
    {
        var first = population.Pattern.WorkNo;
        var workNos = listed.Select(a => a.WorkNo).ToHashSet();
        var sipAccounts = listed.Select(a => a.SipAccount).ToHashSet();
        return Enumerable.Range(first, AgentSettings.WorkNoMax - first + 1)
            .Where(n => !workNos.Contains(n) && !sipAccounts.Contains(SipAccount(n)))
            .Take(population.Count);
    }

    /// <summary>As in the documents' sample, 88881619: whoever takes it for the work number is found out.</summary>
    public static string SipAccount(int workNo) => $"8888{workNo}";
}
