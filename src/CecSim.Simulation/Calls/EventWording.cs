namespace CecSim.Simulation.Calls;

/// <summary>What a script makes an event say. What is null stays as it would be without it.</summary>
public sealed record EventWording
{
    public string? ResultCode { get; init; }

    public string? ResultDesc { get; init; }

    /// <summary>A JSON object: its members replace those of the event's content, or join them.</summary>
    public string? Content { get; init; }
}
