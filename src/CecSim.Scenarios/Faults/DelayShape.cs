namespace CecSim.Scenarios.Faults;

/// <summary>How long a delay is: <c>2s</c>, or drawn each time.</summary>
internal static class DelayShape
{
    private static readonly DurationShape Length = DurationShape.UpToADay("a delay");

    private static readonly ObjectShape<DelayTime.LogNormal> LogNormal =
        new ObjectShape<DelayTime.LogNormal>(new DelayTime.LogNormal(default, 0, default))
            .Required(
                "median",
                "half of the delays are shorter.",
                Length,
                (l, median) => l with { Median = median },
                l => l.Median)
            .Required(
                "sigma",
                "how far they lie apart: the standard deviation of the logarithm.",
                new DoubleShape("a sigma", 0, 5),
                (l, sigma) => l with { Sigma = sigma },
                l => l.Sigma)
            .Required("max", "what is longer is cut to this.", Length, (l, max) => l with { Max = max }, l => l.Max)
            .Rule(TheMedianIsNotCut);

    private static readonly UnionShape<DelayTime> Drawn =
        new UnionShape<DelayTime>("a way to draw a delay")
            .Key(
                "uniform",
                "any length from min to max, each as likely.",
                DurationRangeShape.Mapping(Length),
                range => new DelayTime.Uniform(range),
                u => u.Range)
            .Key("logNormal", "mostly near the median, now and then far above it.", LogNormal);

    public static readonly ShorthandShape<DelayTime> Time =
        new("a delay as in 2s, { uniform: … } or { logNormal: … }", Drawn)
        {
            Single = Length.To(
                time => (DelayTime)time,
                delay => delay is DelayTime.Fixed @fixed ? Length.Write(@fixed.Time) : null),
        };

    private static void TheMedianIsNotCut(DelayTime.LogNormal delay, Node.Map map, ParseContext context)
    {
        if (delay.Max < delay.Median)
        {
            context.Report(map.PlaceOf("max"), "'max' is less than 'median'");
        }
    }
}
