namespace CecSim.LoadTests.CommandLine;

/// <summary>What a run was asked for.</summary>
internal sealed record LoadSettings
{
    private static readonly TimeSpan PollHoldMax = TimeSpan.FromSeconds(5);

    public required string Profile { get; init; }

    /// <summary>Somebody else's server; null to start CecSim.</summary>
    public Uri? Target { get; init; }

    public double RatePerSecond { get; init; }

    /// <summary>How many clients at once.</summary>
    public int Held { get; init; }

    public TimeSpan For { get; init; }

    /// <summary>How long a poll waits where peers are compared, who know nothing but a fixed delay.</summary>
    public TimeSpan PollHold => For < PollHoldMax ? For : PollHoldMax;

    public bool Http2 { get; init; }

    public int Runs { get; init; } = 1;

    public bool HasFloor { get; init; } = true;

    public bool HasPeers { get; init; } = true;

    public bool HasWarmUp { get; init; } = true;

    /// <summary>Whether the CecSim that is started keeps its journal.</summary>
    public bool Journal { get; init; } = true;

    /// <summary>The file to start as CecSim; null for what was built beside the generator.</summary>
    public string? Binary { get; init; }

    /// <summary>How late the generator itself may be, 99 times in 100.</summary>
    public TimeSpan LagMax { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How many percent of the packets that are due the generator itself must send.</summary>
    public int SentPercentMin { get; init; } = 98;

    /// <summary>Where the report goes.</summary>
    public required string Out { get; init; }

    public string? AssertFile { get; init; }

    /// <summary>Those of a target without a control API.</summary>
    public SpaceCredentials? Credentials { get; init; }

    /// <summary>What opens the control API of a target.</summary>
    public string? ControlKey { get; init; }
}
