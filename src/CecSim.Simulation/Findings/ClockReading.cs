namespace CecSim.Simulation.Findings;

/// <summary>A moment by both clocks: the space's, which may stand, race or leap, and real time.</summary>
/// <param name="Real">Since any fixed moment.</param>
public readonly record struct ClockReading(DateTimeOffset Space, TimeSpan Real)
{
    public ClockReading Later(TimeSpan by) => new(Space + by, Real + by);

    /// <summary>
    /// How long a client surely let pass. An hour that was leapt over is none of its doing, nor is a stop at a
    /// breakpoint while the space stands still: what either clock does not count does not count.
    /// </summary>
    public TimeSpan SurelySince(ClockReading earlier)
    {
        var (space, real) = (Space - earlier.Space, Real - earlier.Real);
        return space < real ? space : real;
    }
}
