namespace CecSim.Scenarios.Faults;

/// <summary>When a fault strikes: conditions that must all hold.</summary>
internal static class WhenShape
{
    private static readonly NumberShape<int> Count = new("a count", 1, 1_000_000);

    public static readonly ObjectShape<FaultWhen> When =
        new ObjectShape<FaultWhen>(FaultWhen.Always)
            .Optional("nth", "only that number, counted from 1.", Count, (w, n) => w with { Nth = n }, w => w.Nth)
            .Optional("every", "each number that is a multiple.", Count, (w, n) => w with { Every = n }, w => w.Every)
            .Optional("first", "so many, then no more.", Count, (w, n) => w with { First = n }, w => w.First)
            .Optional(
                "probability",
                "the share of them, drawn for each.",
                new DoubleShape("a probability", 0, 1),
                (w, share) => w with { Probability = share },
                w => w.Probability)
            .Optional(
                "after",
                "not before so much of the space's time is over.",
                DurationShape.UpToADay("a duration"),
                (w, time) => w with { After = time },
                w => w.After)
            .Optional(
                "for",
                "only for so long from then on.",
                DurationShape.UpToADay("a duration"),
                (w, time) => w with { For = time },
                w => w.For)
            .Rule(TheNthIsAmongTheOthers);

    private static void TheNthIsAmongTheOthers(FaultWhen when, Node.Map map, ParseContext context)
    {
        if (when.Nth > when.First)
        {
            context.Report(map.PlaceOf("nth"), $"never: number {when.Nth} is not among the first {when.First}");
        }

        if (when.Nth % when.Every > 0)
        {
            context.Report(map.PlaceOf("nth"), $"never: {when.Nth} is no multiple of {when.Every}");
        }

        if (when.Every > when.First)
        {
            context.Report(map.PlaceOf("every"), $"never: the first {when.First} hold no multiple of {when.Every}");
        }
    }
}
