namespace CecSim.Scenarios.Calls;

/// <summary>A list of steps.</summary>
internal static class ScriptShape
{
    /// <summary>Steps within a step.</summary>
    public static readonly Shape<Script> Steps =
        new ListShape<ScriptStep>("steps", new RefShape<ScriptStep>("step", () => StepShape.Step), 1, 1000)
            .To(steps => new Script(steps))
            .Then(EachIsReached);

    /// <summary>Steps that are played from the first to the last: what they come to has its limits.</summary>
    public static readonly Shape<Script> Whole = Steps.Then(HasItsLimits);

    private static Script EachIsReached(Script script, Node node, ParseContext context)
    {
        context.AtTheEnd(() => ScriptReach.Complain(script, context));
        return script;
    }

    private static Script HasItsLimits(Script script, Node node, ParseContext context)
    {
        context.AtTheEnd(() => ScriptSize.Complain(script, node, context));
        return script;
    }
}
