using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CecSim.Server.ConnectionBar;

/// <summary>What a poll brings: envelopes for the page, and how the agent stands now.</summary>
internal sealed record BarNewsBody(
    [property: JsonPropertyName("events")] IReadOnlyList<JsonObject> Events,
    [property: JsonPropertyName("agent")] BarBody Agent);
