using CecSim.Scenarios.Sets;

namespace CecSim.Scenarios;

/// <summary>Spaces beside others, each under a name of its own and with credentials that no other has.</summary>
public static class ScenarioCopies
{
    /// <summary>The same space once more, with another name and the credentials that come from it.</summary>
    public static SpaceSettings Copy(SpaceSettings space, string name) =>
        Credentials.DeriveAll(space with { Name = name });

    /// <summary>Reads the text of one scenario; credentials that it does not name come from the space's name.</summary>
    /// <param name="fileName">What complaints call it; no file is opened.</param>
    /// <param name="nameOf">The name of the space, made from that of the scenario.</param>
    /// <param name="ownCredentials">Whether credentials that the text names are passed over too.</param>
    public static ScenarioLoad Parse(
        string fileName, string yaml, Func<string, string> nameOf, bool ownCredentials)
    {
        var (parsed, complaints) = ScenarioParser.Parse(fileName, yaml);
        if (parsed is null)
        {
            return new ScenarioLoad([], complaints);
        }

        var named = parsed.WithSpace(parsed.Scenario.Space with { Name = nameOf(parsed.Scenario.Name) });
        var space = ownCredentials
            ? Credentials.DeriveAll(named.Scenario.Space)
            : Credentials.Derive(named).Scenario.Space;
        return new ScenarioLoad([named.Scenario with { Space = space }], []);
    }
}
