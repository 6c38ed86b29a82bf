namespace CecSim.Scenarios.Faults;

/// <summary>One of the <c>faults</c> of a scenario: where, when, what, and to whom.</summary>
internal static class FaultShape
{
    private static readonly ChoiceShape<CecOperation> Operation =
        new("an operation", [.. VendorOperations.All.Select(o => (o.Word, o.Id))]);

    private static readonly ObjectShape<FaultMatch> Match =
        new ObjectShape<FaultMatch>(new FaultMatch())
            .Optional(
                "userId",
                "the users that this pattern with * and ? covers.",
                new TextShape("a pattern", 1, 128),
                (m, userId) => m with { UserId = userId },
                m => m.UserId)
            .Optional(
                "channel",
                "the users of one channel.",
                ChannelShape.Reference,
                (m, channel) => m with { Channel = channel },
                m => m.Channel);

    // Where and what are required, so the start's own never survive.
    public static readonly ObjectShape<FaultRule> Rule =
        new ObjectShape<FaultRule>(new FaultRule(default, FaultWhen.Always, new Hang()))
            .Required(
                "at",
                "the operation whose requests it strikes.",
                Operation,
                (f, at) => f with { At = at },
                f => f.At)
            .Optional(
                "when",
                "which requests; all when absent.",
                WhenShape.When,
                (f, when) => f with { When = when },
                f => f.When == FaultWhen.Always ? null : f.When)
            .Optional(
                "match",
                "whose requests; all when absent.",
                Match,
                (f, match) => f with { Match = match },
                f => f.Match.CoversAll ? null : f.Match)
            .Required(
                "inject",
                "what goes wrong.",
                InjectShape.Fault,
                (f, inject) => f with { Inject = inject },
                f => f.Inject)
            .Rule(ItMakesSenseThere)
            .Rule(SomeoneIsKnownThere);

    private static void ItMakesSenseThere(FaultRule fault, Node.Map map, ParseContext context)
    {
        var place = fault.Inject.Place;
        ComplainUnless(place.Covers, $"'{fault.At.Word()}' {place.Lack}", fault, map.PlaceOf("at"), context);
    }

    private static void SomeoneIsKnownThere(FaultRule fault, Node.Map map, ParseContext context)
    {
        if (!fault.Match.CoversAll)
        {
            ComplainUnless(
                static o => o.UserKey != UserKey.None,
                $"'{fault.At.Word()}' names no user",
                fault,
                map.PlaceOf("match"),
                context);
        }
    }

    private static void ComplainUnless(
        Func<VendorOperation, bool> isThere, string message, FaultRule fault, SourceLocation at, ParseContext context)
    {
        if (!isThere(VendorOperations.Of(fault.At)))
        {
            context.Report(at, message, string.Join(", ", VendorOperations.All.Where(isThere).Select(o => o.Word)));
        }
    }
}
