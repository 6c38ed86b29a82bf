namespace CecSim.Simulation.Findings;

/// <summary>From where on something counts as a finding.</summary>
public sealed record FindingLimits
{
    /// <summary>The number of the document (chapter 5, step 4).</summary>
    public const int PollFailuresInRowMax = 3;

    /// <summary>A single hang-up may be a page that was closed.</summary>
    public const int HangUpsInRowMax = 1;

    /// <summary>How long an event may wait for a poll, and a call that lives for any sign of its client.</summary>
    public TimeSpan SilenceMax { get; init; } = TimeSpan.FromSeconds(5);
}
