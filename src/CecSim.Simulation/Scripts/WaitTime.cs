namespace CecSim.Simulation.Scripts;

/// <summary>How long a script waits: always the same, or drawn anew each time that it comes to the wait.</summary>
public abstract record WaitTime
{
    private WaitTime()
    {
    }

    /// <summary>No draw is longer.</summary>
    public abstract TimeSpan Longest { get; }

    /// <param name="draw">Any number, from the space's seed: the same draw gives the same time.</param>
    public abstract TimeSpan DrawnBy(ulong draw);

    public static implicit operator WaitTime(TimeSpan time) => new Fixed(time);

    public sealed record Fixed(TimeSpan Time) : WaitTime
    {
        public override TimeSpan Longest => Time;

        public override TimeSpan DrawnBy(ulong draw) => Time;
    }

    /// <summary>Each time within the range is as likely as any other.</summary>
    public sealed record Uniform(DurationRange Range) : WaitTime
    {
        public override TimeSpan Longest => Range.Max;

        public override TimeSpan DrawnBy(ulong draw) => new SeededRandom(draw).Within(Range);
    }

    /// <summary>Mostly near the mean. What falls below nothing or above the longest is cut to it.</summary>
    public sealed record Normal(TimeSpan Mean, TimeSpan Deviation, TimeSpan Max) : WaitTime
    {
        public override TimeSpan Longest => Max;

        public override TimeSpan DrawnBy(ulong draw)
        {
            // Box and Muller. The first fraction is taken from 1, since the logarithm of 0 has no end.
            var random = new SeededRandom(draw);
            var radius = Math.Sqrt(-2 * Math.Log(1 - random.Fraction()));
            var deviations = radius * Math.Cos(2 * Math.PI * random.Fraction());
            var time = Mean.TotalMilliseconds + (deviations * Deviation.TotalMilliseconds);
            return TimeSpan.FromMilliseconds(Math.Round(Math.Clamp(time, 0, Max.TotalMilliseconds)));
        }
    }
}
