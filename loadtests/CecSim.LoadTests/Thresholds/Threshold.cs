namespace CecSim.LoadTests.Thresholds;

/// <summary>What a figure may be, as a ratio or as such.</summary>
internal sealed record Threshold
{
    /// <summary>The profile that it is about.</summary>
    public required string Profile { get; init; }

    /// <summary>The figure, as the table calls it.</summary>
    public required string Figure { get; init; }

    /// <summary>The server to whose figure this one's is a ratio; null for the figure itself.</summary>
    public string? To { get; init; }

    public double? Max { get; init; }

    public double? Min { get; init; }
}
