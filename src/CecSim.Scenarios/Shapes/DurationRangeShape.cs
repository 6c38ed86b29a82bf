namespace CecSim.Scenarios.Shapes;

/// <summary>A length of time: <c>5s</c>, or <c>{ min: 2s, max: 8s }</c> for one that is drawn each time.</summary>
internal static class DurationRangeShape
{
    public static Shape<DurationRange> Of(string what, TimeSpan min, TimeSpan max)
    {
        var length = new DurationShape(what, min, max);
        return new ShorthandShape<DurationRange>($"{what} as in 5s, or {{ min: 2s, max: 8s }}", Mapping(length))
        {
            Single = length.To(fixedLength => (DurationRange)fixedLength),
        };
    }

    /// <summary>The long form alone.</summary>
    public static ObjectShape<DurationRange> Mapping(DurationShape length) =>
        new ObjectShape<DurationRange>(default)
            .Required("min", "the shortest.", length, (r, shortest) => r with { Min = shortest }, r => r.Min)
            .Required("max", "the longest.", length, (r, longest) => r with { Max = longest }, r => r.Max)
            .Rule(TheShortestComesFirst);

    private static void TheShortestComesFirst(DurationRange range, Node.Map map, ParseContext context)
    {
        if (range.Max < range.Min)
        {
            context.Report(map.PlaceOf("max"), "'max' is less than 'min'");
        }
    }
}
