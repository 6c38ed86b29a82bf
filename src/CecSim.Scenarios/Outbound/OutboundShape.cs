using CecSim.Simulation.Outbound;

namespace CecSim.Scenarios.Outbound;

/// <summary>One of the <c>outbound</c> rules: whom an agent reaches who calls certain numbers.</summary>
internal static class OutboundShape
{
    private static readonly ChoiceShape<OutboundOutcome> Fate = new(
        "a fate",
        ("answers", OutboundOutcome.Answers),
        ("busy", OutboundOutcome.Busy),
        ("noAnswer", OutboundOutcome.NoAnswer),
        ("wrongNumber", OutboundOutcome.WrongNumber));

    public static readonly ObjectShape<OutboundRule> Rule =
        new ObjectShape<OutboundRule>(new OutboundRule())
            .Optional(
                "number",
                "the numbers that this pattern with * and ? covers.",
                new TextShape("a pattern", 1, 128),
                (o, number) => o with { Number = number },
                o => o.Number)
            .Optional("fate", "what becomes of the call.", Fate, (o, fate) => o with { Fate = fate }, o => o.Fate)
            .Optional(
                "answersAfter",
                "from ringing to answering.",
                DurationRangeShape.Of("a time to answer", TimeSpan.Zero, DurationShape.Day),
                (o, time) => o with { AnswersAfter = time },
                o => o.AnswersAfter)
            .Optional(
                "talksFor",
                "from answering until the customer hangs up; absent, until the agent does.",
                DurationRangeShape.Of("a time to talk", TimeSpan.Zero, DurationShape.Day),
                (o, time) => o with { TalksFor = (DurationRange?)time })
            .Rule(OnlyWhoAnswersTalks);

    private static void OnlyWhoAnswersTalks(OutboundRule rule, Yaml.Node.Map map, Yaml.ParseContext context)
    {
        foreach (var key in (string[])["answersAfter", "talksFor"])
        {
            if (rule.Fate != OutboundOutcome.Answers && map.Find(key) is { } entry)
            {
                context.Report(entry.Key.At, $"'{key}' says nothing of a customer who does not answer");
            }
        }
    }
}
