using CecSim.Simulation.Journal;

namespace CecSim.Simulation.Findings;

/// <summary>Which two tokens a request came with, by their fingerprints.</summary>
public readonly record struct TokenPair(uint Access, uint Messaging)
{
    public static TokenPair Of(string? authorization, string? messagingToken) =>
        new(Mask.Fingerprint(WithoutScheme(authorization)), Mask.Fingerprint(messagingToken));

    // However its scheme is spelled, the token is the same.
    private static ReadOnlySpan<char> WithoutScheme(string? authorization) =>
        authorization.AsSpan()[(authorization.AsSpan().IndexOf(' ') + 1)..];
}
