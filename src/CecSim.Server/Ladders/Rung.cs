using CecSim.Control.Contracts;

namespace CecSim.Server.Ladders;

/// <summary>A step of a ladder before its place is known.</summary>
internal sealed record Rung(
    long Timestamp, LadderParty From, LadderParty To, LadderProtocol Protocol, string Label)
{
    /// <summary>In the time of the space; null where the timestamp tells it.</summary>
    public DateTimeOffset? At { get; init; }

    public string? Detail { get; init; }

    public string? Journal { get; init; }

    public string? Message { get; init; }
}
