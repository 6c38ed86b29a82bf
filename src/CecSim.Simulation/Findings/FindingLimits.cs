namespace CecSim.Simulation.Findings;

/// <summary>From where on something counts as a finding.</summary>
public sealed record FindingLimits
{
    /// <summary>A client that stops after so many failed polls in a row did as one of the documents says.</summary>
    public static readonly int PollFailuresThatExcuse = Profile.All.Min(p => p.FailuresInRowMax);

    /// <summary>A single hang-up may be a page that was closed.</summary>
    public const int HangUpsInRowMax = 1;

    /// <summary>How many polls may fail in a row before going on is found: the profile's document says.</summary>
    public int PollFailuresInRowMax { get; init; } = Profile.Default.FailuresInRowMax;

    /// <summary>How long an event may wait for a poll, and a call that lives for any sign of its client.</summary>
    public TimeSpan SilenceMax { get; init; } = TimeSpan.FromSeconds(5);
}
