namespace CecSim.Scenarios.Calls;

/// <summary>One of the <c>on</c> of a call rule: steps beside the script, for when the client does something.</summary>
internal static class HandlerShape
{
    public static readonly ObjectShape<CallHandler> Handler =
        new ObjectShape<CallHandler>(new CallHandler(new CallAction.Poll(), Script.Nothing))
            .Required(
                "action",
                "what the client does.",
                ActionShape.Repeated,
                (h, action) => h with { Action = action })
            .Optional(
                "nth",
                "only when it does so for that time; each time when absent.",
                new NumberShape<int>("a number of times", 1, 1_000_000),
                (h, n) => h with { Nth = n })
            .Required("do", "what the call then sees.", ScriptShape.Whole, (h, steps) => h with { Do = steps });
}
