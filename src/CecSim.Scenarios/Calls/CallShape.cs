namespace CecSim.Scenarios.Calls;

/// <summary>One of the <c>calls</c> of a scenario: which calls it speaks of, and their fate.</summary>
internal static class CallShape
{
    private const int HandlersMax = 100;

    private static readonly ChoiceShape<Refusal> Refusals = new(
        "a refusal",
        ("notSupported", Refusal.ClickToCallNotSupported),
        ("outsideHours", Refusal.OutsideWorkingHours),
        ("noAgents", Refusal.NoAgentsAvailable),
        ("connectFailed", Refusal.ConnectFailed));

    public static readonly ObjectShape<CallRule> Rule =
        new ObjectShape<CallRule>(new CallRule())
            .Optional(
                "match",
                "which calls; all when absent.",
                MatchShape.Match,
                (c, match) => c with { Match = match })
            .Optional(
                "script",
                "what the call sees from its creation on.",
                ScriptShape.Whole,
                (c, script) => c with { Script = script })
            .Optional(
                "on",
                "what the call sees beside it, when the client does something.",
                new ListShape<CallHandler>("handlers", HandlerShape.Handler, 0, HandlersMax),
                (c, handlers) => c with { On = handlers })
            .Optional(
                "onDrop",
                "what the call sees when the customer drops it.",
                ScriptShape.Whole,
                (c, script) => c with { OnDrop = script })
            .Optional(
                "refuse",
                "the answer to createClickToCall instead of a call.",
                Refusals,
                (c, refusal) => c with { Refuse = refusal })
            .Optional(
                ScriptOrder.Anyway,
                "whether the script may order events as no contact centre could.",
                ChannelShape.YesOrNo,
                (c, _) => c,
                _ => false)
            .Excludes("refuse", "script", "on", "onDrop", ScriptOrder.Anyway)
            .Rule((rule, map, context) => context.AtTheEnd(() => ScriptOrder.Complain(rule, map, context)));
}
