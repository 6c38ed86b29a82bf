namespace CecSim.Simulation.Spaces;

/// <summary>
/// Every random draw and every id of a space. SplitMix64: tiny, stable across versions of .NET, and forked by
/// name, so that a new draw in one place leaves the draws of all others as they were.
/// </summary>
public sealed class SeededRandom
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private readonly ulong _seed;
    private ulong _state;

    public SeededRandom(ulong seed)
    {
        _seed = seed;
        _state = seed;
    }

    /// <summary>An independent source for one purpose.</summary>
    /// <param name="purpose">Not empty: two purposes without a name would draw alike.</param>
    public SeededRandom Fork(string purpose)
    {
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        var hash = 14695981039346656037UL;
        foreach (var letter in purpose)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return new SeededRandom(Mix(_seed ^ Mix(hash)));
    }

    public ulong Next() => Mix(_state += GoldenGamma);

    /// <summary>A number in [0, <paramref name="limit"/>).</summary>
    public ulong Below(ulong limit)
    {
        // The draws past the last whole multiple are thrown away, or small numbers would come more often.
        var last = ulong.MaxValue - (ulong.MaxValue % limit);
        ulong draw;
        do
        {
            draw = Next();
        }
        while (draw >= last);

        return draw % limit;
    }

    /// <summary>A number in [0, 1).</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A length of time within a range, to the millisecond. One draw, whatever the range.</summary>
    public TimeSpan Within(DurationRange range) =>
        TimeSpan.FromMilliseconds(Math.Round((range.Min + ((range.Max - range.Min) * Fraction())).TotalMilliseconds));

    internal static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
