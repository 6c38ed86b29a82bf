namespace CecSim.Simulation.Scripts;

/// <summary>What lies within a script, for whoever looks at it without playing it.</summary>
public static class ScriptSteps
{
    /// <summary>Each step of a script, those within others too, but not those of scripts that it runs.</summary>
    public static IEnumerable<ScriptStep> AllOf(Script script) =>
        script.Steps.SelectMany(step => Within(step).SelectMany(AllOf).Prepend(step));

    /// <summary>The steps that stand within a step, list by list.</summary>
    public static IEnumerable<Script> Within(ScriptStep step) => step switch
    {
        ScriptStep.Repeat repeat => [repeat.Steps],
        ScriptStep.Choose choose => choose.Branches.Select(b => b.Steps),
        ScriptStep.Await { Otherwise: { } otherwise } => [otherwise],
        _ => [],
    };
}
