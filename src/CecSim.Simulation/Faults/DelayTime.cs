namespace CecSim.Simulation.Faults;

/// <summary>How long a delay is: the same each time, or drawn each time.</summary>
public abstract record DelayTime
{
    private DelayTime()
    {
    }

    public abstract TimeSpan Draw(SeededRandom random);

    public static implicit operator DelayTime(TimeSpan time) => new Fixed(time);

    public sealed record Fixed(TimeSpan Time) : DelayTime
    {
        public override TimeSpan Draw(SeededRandom random) => Time;
    }

    /// <summary>Any length of a range, each as likely as the others.</summary>
    public sealed record Uniform(DurationRange Range) : DelayTime
    {
        public override TimeSpan Draw(SeededRandom random) => random.Within(Range);
    }

    /// <summary>Mostly near the median and now and then far above it, as answers of real servers are.</summary>
    /// <param name="Sigma">How far they lie apart: the standard deviation of the logarithm.</param>
    /// <param name="Max">What is longer is cut to this.</param>
    public sealed record LogNormal(TimeSpan Median, double Sigma, TimeSpan Max) : DelayTime
    {
        public override TimeSpan Draw(SeededRandom random)
        {
            var milliseconds = Median.TotalMilliseconds * Math.Exp(Sigma * Normal(random));
            return TimeSpan.FromMilliseconds(Math.Round(Math.Min(milliseconds, Max.TotalMilliseconds)));
        }

        // Box and Muller, 1958. The logarithm needs a number in (0, 1].
        private static double Normal(SeededRandom random) =>
            Math.Sqrt(-2 * Math.Log(1 - random.Fraction())) * Math.Cos(2 * Math.PI * random.Fraction());
    }
}
