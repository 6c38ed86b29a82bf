using System.Text.Json;

namespace CecSim.Server.Control.Calls;

/// <summary>An event to let come to a call.</summary>
/// <param name="Event">A step of a scenario's script, as in <c>"connected"</c>, or an event id.</param>
/// <param name="ResultDesc">With an event id: its text; null for the documented one.</param>
internal sealed record PushBody(JsonElement Event, string? ResultDesc = null);
