namespace CecSim.Simulation.Findings;

/// <summary>How a user's client has polled for one kind of events so far.</summary>
internal sealed record PollHistory
{
    public static readonly PollHistory None = new();

    /// <summary>A call or text session began, and neither side has ended it as far as the client knows.</summary>
    public bool IsInSession { get; init; }

    /// <summary>The customer ended it: what may still come need not be fetched.</summary>
    public bool HasLeft { get; init; }

    public bool SawFinal { get; init; }

    public int HeldCount { get; init; }

    public int FailuresInRow { get; init; }

    /// <summary>Of the latest failure, if it was one of tokens.</summary>
    public TokenPair? RefusedWith { get; init; }

    public int HangUpsInRow { get; init; }

    /// <summary>When the client last had to do with this session, outside of a held poll.</summary>
    public ClockReading? SeenAt { get; init; }
}
