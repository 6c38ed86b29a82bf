using CecSim.Simulation.Journal;

namespace CecSim.Simulation.Findings;

/// <summary>A poll under way, as the monitor of clients knows it.</summary>
public sealed class PollTracker
{
    internal PollTracker(User user, PollKind kind, TokenPair tokens, ClockReading beganAt)
    {
        User = user;
        Kind = kind;
        Tokens = tokens;
        BeganAt = beganAt;
    }

    public PollKind Kind { get; }

    internal User User { get; }

    internal TokenPair Tokens { get; }

    internal ClockReading BeganAt { get; }

    /// <summary>Told how it ended; what comes after that is about the delivery of its answer.</summary>
    internal bool IsOver { get; set; }

    internal bool WasFinal { get; set; }
}

/// <summary>Which two tokens a request came with, by their fingerprints.</summary>
public readonly record struct TokenPair(uint Access, uint Messaging)
{
    public static TokenPair Of(string? authorization, string? messagingToken) =>
        new(Mask.Fingerprint(WithoutScheme(authorization)), Mask.Fingerprint(messagingToken));

    // However its scheme is spelled, the token is the same.
    private static ReadOnlySpan<char> WithoutScheme(string? authorization) =>
        authorization.AsSpan()[(authorization.AsSpan().IndexOf(' ') + 1)..];
}
