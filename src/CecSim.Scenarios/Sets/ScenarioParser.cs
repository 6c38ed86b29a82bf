using CecSim.Scenarios.Reloading;

namespace CecSim.Scenarios.Sets;

/// <summary>One file's text, read against the shape of a scenario.</summary>
internal static class ScenarioParser
{
    /// <returns>The scenario, or null and everything that is wrong.</returns>
    public static (ParsedScenario? Parsed, IReadOnlyList<Diagnostic> Complaints) Parse(string fileName, string yaml)
    {
        var context = new ParseContext(fileName);
        if (YamlText.Read(yaml, context) is { } root
            && ScenarioShape.Whole.TryRead(root, context, out var content))
        {
            SpaceIds.AssumeDemo(context.Ids);
            context.End();
            if (context.ComplaintCount == 0 && root is Node.Map map)
            {
                var scenario = content.ToScenario(fileName) with { Keys = KeyTexts.Of(map) };
                scenario = scenario with { Space = scenario.Space with { ScenarioText = yaml } };
                return (new ParsedScenario(scenario, map, context.Warnings), []);
            }
        }

        return (null, context.Complaints);
    }
}
