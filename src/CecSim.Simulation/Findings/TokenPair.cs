using CecSim.Simulation.Journal;

namespace CecSim.Simulation.Findings;

/// <summary>Which two tokens a request came with, by their fingerprints.</summary>
public readonly record struct TokenPair(uint Access, uint Messaging)
{
    public static TokenPair Of(string? authorization, string? messagingToken) =>
        new(Mask.Fingerprint(authorization), Mask.Fingerprint(messagingToken));
}
