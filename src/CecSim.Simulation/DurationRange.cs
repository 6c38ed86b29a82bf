namespace CecSim.Simulation;

/// <summary>A length of time between two bounds, drawn evenly from the seed; often both bounds are one.</summary>
public readonly record struct DurationRange(TimeSpan Min, TimeSpan Max)
{
    public static implicit operator DurationRange(TimeSpan fixedLength) => new(fixedLength, fixedLength);
}
