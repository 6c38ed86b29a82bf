namespace CecSim.Scenarios.Agents;

/// <summary>The keys that say how an agent acts.</summary>
internal static class ConductShape
{
    private static readonly RatioShape Share = new("a share of calls");

    /// <param name="queues">The kind of queue that it can transfer to.</param>
    public static ObjectShape<AgentBehavior> Of(string queues) =>
        new ObjectShape<AgentBehavior>(new AgentBehavior())
            .Optional(
                "answersAfter",
                "how long the phone rings before it answers.",
                DurationRangeShape.Of("a time to answer", TimeSpan.Zero, DurationShape.Day),
                (c, time) => c with { AnswersAfter = time },
                c => c.AnswersAfter)
            .Optional(
                "talksFor",
                "from answering to ending the call; until the customer ends it when absent.",
                DurationRangeShape.Of("a time to talk", DurationShape.Shortest, DurationShape.Day),
                (c, time) => c with { TalksFor = time })
            .Optional(
                "declines",
                "the share of calls that it rejects.",
                Share,
                (c, s) => c with { Declines = s },
                c => c.Declines)
            .Optional(
                "ignores",
                "the share of calls that it lets ring.",
                Share,
                (c, s) => c with { Ignores = s },
                c => c.Ignores)
            .Optional(
                "hangsUp",
                "the share of answered calls that it ends at once.",
                Share,
                (c, s) => c with { HangsUp = s },
                c => c.HangsUp)
            .Optional(
                "transfersTo",
                "the queue that it transfers to at the end of its talk.",
                QueueShape.Reference(queues),
                (c, queue) => c with { TransfersTo = queue })
            .Optional(
                "rests",
                "the rests that it takes again and again.",
                RestShape.Rest,
                (c, rests) => c with { Rests = rests })
            .Optional(
                "shift",
                "when it is signed in; always when absent.",
                HoursShape.Hours,
                (c, hours) => c with { Shift = hours })
            .Rule(NoCallIsBothDeclinedAndIgnored);

    private static void NoCallIsBothDeclinedAndIgnored(AgentBehavior conduct, Node.Map map, ParseContext context)
    {
        if (conduct.Declines + conduct.Ignores > 1)
        {
            context.Report(map.PlaceOf("ignores"), "'declines' and 'ignores' are together more than all calls");
        }
    }
}
