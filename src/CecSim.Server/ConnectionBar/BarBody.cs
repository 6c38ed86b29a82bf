using System.Text.Json.Serialization;
using CecSim.Simulation.Agents;
using CecSim.Simulation.Calls;
using CecSim.Simulation.ConnectionBar;

namespace CecSim.Server.ConnectionBar;

/// <summary>An agent as its bar shows it.</summary>
/// <param name="State">For example <c>ready</c>, <c>ringing</c>, <c>wrapUp</c>.</param>
/// <param name="SinceMs">How long it has been in that state, in the space's time.</param>
internal sealed record BarBody(
    [property: JsonPropertyName("workNo")] int WorkNo,
    [property: JsonPropertyName("name")] string? Name,
    [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("sinceMs")] long SinceMs,
    [property: JsonPropertyName("call")] BarBody.CallBody? Call,
    [property: JsonPropertyName("queues")] IReadOnlyList<string> Queues)
{
    public static BarBody Of(BarView bar) => new(
        bar.Settings.WorkNo,
        bar.Settings.Name,
        WordOf(bar.State),
        (long)(bar.Now - bar.Since).TotalMilliseconds,
        CallOf(bar.State) is { } call ? CallBody.Of(call) : null,
        bar.Queues);

    private static string WordOf(AgentState state)
    {
        var name = state.GetType().Name;
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static AgentCall? CallOf(AgentState state) => state switch
    {
        AgentState.Dialing s => s.Call,
        AgentState.Ringing s => s.Call,
        AgentState.Talking s => s.Call,
        AgentState.Holding s => s.Call,
        _ => null,
    };

    internal sealed record CallBody(
        [property: JsonPropertyName("callid")] string CallId,
        [property: JsonPropertyName("number")] string Number,
        [property: JsonPropertyName("mode")] string Mode,
        [property: JsonPropertyName("outbound")] bool IsOutbound)
    {
        public static CallBody Of(AgentCall call) => new(
            call.CallId, call.Customer, call.Media == MediaAbility.Video ? "video" : "audio", call.IsOutbound);
    }
}
