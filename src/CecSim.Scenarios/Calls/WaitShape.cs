namespace CecSim.Scenarios.Calls;

/// <summary>How long a script waits: fixed, evenly between two bounds, or around a mean.</summary>
internal static class WaitShape
{
    private static readonly DurationShape Length = DurationShape.UpToADay("a wait");
    private static readonly DurationShape LengthOrNone = new("a wait", TimeSpan.Zero, DurationShape.Day);

    private static readonly Shape<WaitTime> Drawn =
        new ObjectShape<Draft>(new Draft())
            .Optional("min", "the shortest.", LengthOrNone, (d, time) => d with { Min = time })
            .Optional("mean", "what it is around.", LengthOrNone, (d, time) => d with { Mean = time })
            .Optional("deviation", "how far it strays, mostly.", Length, (d, time) => d with { Deviation = time })
            .Required("max", "the longest.", Length, (d, time) => d with { Max = time })
            .Excludes("mean", "min")
            .Excludes("deviation", "min")
            .Rule(TheKeysBelongTogether)
            .To(d => d.ToWait());

    public static readonly ShorthandShape<WaitTime> Wait = new(
        "a wait as in 3s, { min: 1s, max: 3s } or { mean: 3s, deviation: 1s, max: 10s }", Drawn)
    {
        Single = Length.To(time => (WaitTime)time),
    };

    private static void TheKeysBelongTogether(Draft wait, Node.Map map, ParseContext context)
    {
        if (wait.Min is null && (wait.Mean is null || wait.Deviation is null))
        {
            context.Report(map.At, "a wait that is drawn has 'min' and 'max', or 'mean', 'deviation' and 'max'");
        }
        else if (wait.Max < (wait.Min ?? wait.Mean))
        {
            context.Report(map.PlaceOf("max"), $"'max' is less than '{(wait.Min is null ? "mean" : "min")}'");
        }
    }

    private sealed record Draft(
        TimeSpan Max = default, TimeSpan? Min = null, TimeSpan? Mean = null, TimeSpan? Deviation = null)
    {
        public WaitTime ToWait() => Min is { } min
            ? new WaitTime.Uniform(new(min, Max))
            : new WaitTime.Normal(Mean ?? default, Deviation ?? default, Max);
    }
}
