namespace CecSim.Server.ConnectionBar;

/// <summary>What a poll brings: envelopes for the page, and how the agent stands now.</summary>
/// <param name="IsElsewhere">The agent's person is at another page, which gets the envelopes.</param>
internal sealed record BarNewsBody(
    [property: JsonPropertyName("events")] IReadOnlyList<JsonObject> Events,
    [property: JsonPropertyName("agent")] BarBody Agent,
    [property: JsonPropertyName("elsewhere")] bool IsElsewhere = false);
