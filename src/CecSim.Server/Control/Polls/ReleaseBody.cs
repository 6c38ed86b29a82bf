using System.Text.Json;

namespace CecSim.Server.Control.Polls;

/// <summary>What a poll is released with; nothing for the empty answer.</summary>
/// <param name="Event">A call event as for a call, or the text of a chat message.</param>
internal sealed record ReleaseBody(JsonElement? Event = null, string? ResultDesc = null);
