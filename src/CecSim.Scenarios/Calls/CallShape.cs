using CecSim.Scenarios.Shapes;
using CecSim.Scenarios.Spaces;
using CecSim.Simulation;
using CecSim.Simulation.Calls;

namespace CecSim.Scenarios.Calls;

/// <summary>One of the <c>calls</c> of a scenario: which calls it speaks of, and their fate.</summary>
internal static class CallShape
{
    private static readonly ChoiceShape<MediaAbility> Media =
        new("a medium", ("voice", MediaAbility.Voice), ("video", MediaAbility.Video));

    private static readonly ChoiceShape<Refusal> Refusals = new(
        "a refusal",
        ("notSupported", Refusal.ClickToCallNotSupported),
        ("outsideHours", Refusal.OutsideWorkingHours),
        ("noAgents", Refusal.NoAgentsAvailable),
        ("connectFailed", Refusal.ConnectFailed));

    private static readonly MapShape<CallMatch> Match =
        new MapShape<CallMatch>(new CallMatch())
            .Optional("media", "calls of one medium.", Media, (m, media) => m with { Media = media })
            .Optional(
                "userId",
                "calls of the users that this pattern with * and ? covers.",
                new TextShape("a pattern", 1, 128),
                (m, userId) => m with { UserId = userId })
            .Optional(
                "channel",
                "calls on one channel.",
                ChannelShape.Reference,
                (m, channel) => m with { Channel = channel });

    public static readonly MapShape<CallRule> Rule =
        new MapShape<CallRule>(new CallRule())
            .Optional("match", "which calls; all when absent.", Match, (c, match) => c with { Match = match })
            .Optional(
                "script",
                "what the call sees from its creation on.",
                ScriptShape.EndingWith(Cause.Released),
                (c, script) => c with { Script = script })
            .Optional(
                "onDrop",
                "what the call sees when the customer drops it.",
                ScriptShape.EndingWith(Cause.Dropped),
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
            .Excludes("refuse", "script", "onDrop", ScriptOrder.Anyway)
            .Rule(ScriptOrder.ComplainOfImpossible);
}
