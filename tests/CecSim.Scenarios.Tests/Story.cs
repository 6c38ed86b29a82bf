namespace CecSim.Scenarios.Tests;

/// <summary>Scenario texts for tests, and what reading them gives.</summary>
internal static class Story
{
    public const string File = "s.yaml";

    /// <summary>The two keys that every file must have; what a test adds begins at line 3.</summary>
    public const string Head = "name: story\nabout: What happens.\n";

    /// <summary>What is wrong with a file, as its author reads it.</summary>
    public static IEnumerable<string> Complaints(string yaml) =>
        ScenarioFiles.Parse(File, yaml).Complaints.Select(c => c.ToString());

    /// <summary>The scenario of a file that must be fine.</summary>
    public static Scenario Read(string yaml)
    {
        var load = ScenarioFiles.Parse(File, yaml);
        Assert.Empty(load.Complaints);
        return Assert.Single(load.Scenarios);
    }
}
