using CecSim.Scenarios.Spaces;
using CecSim.Scenarios.Reloading;
using CecSim.Scenarios.Yaml;

namespace CecSim.Scenarios.Sets;

/// <summary>One file's text, read against the shape of a scenario.</summary>
internal static class ScenarioParser
{
    /// <returns>The scenario, or null and everything that is wrong.</returns>
    public static (ParsedScenario? Parsed, IReadOnlyList<Complaint> Complaints) Parse(string fileName, string yaml)
    {
        var reading = new Reading(fileName);
        if (YamlText.Read(yaml, reading) is { } root
            && ScenarioShape.Whole.TryRead(root, reading, out var content))
        {
            SpaceIds.AssumeDemo(reading.Ids);
            reading.End();
            if (reading.ComplaintCount == 0 && root is Node.Map map)
            {
                var scenario = content.ToScenario(fileName) with { Keys = KeyTexts.Of(map) };
                scenario = scenario with { Space = scenario.Space with { ScenarioText = yaml } };
                return (new ParsedScenario(scenario, map, reading.Warnings), []);
            }
        }

        return (null, reading.Complaints);
    }
}
