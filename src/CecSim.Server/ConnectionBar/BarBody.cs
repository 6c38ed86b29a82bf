using CecSim.Simulation.Agents;
using CecSim.Simulation.Calls;
using CecSim.Simulation.ConnectionBar;
using CecSim.Simulation.Transfers;

namespace CecSim.Server.ConnectionBar;

/// <summary>An agent as its bar shows it.</summary>
/// <param name="State">For example <c>ready</c>, <c>ringing</c>, <c>wrapUp</c>.</param>
/// <param name="SinceMs">How long it has been in that state, in the space's time.</param>
/// <param name="Queues">Where its call can be transferred to.</param>
/// <param name="MayDecline">Whether its role may reject a call.</param>
/// <param name="IsMuted">Whether the customer of its call does not hear it.</param>
/// <param name="NeedsHelp">Whether it asks for help with its call.</param>
/// <param name="Colleagues">Agents to whom its call can be transferred.</param>
/// <param name="Consultation">Where a call beside its customer's stands, as <c>consulting</c>; null for none.</param>
internal sealed record BarBody(
    [property: JsonPropertyName("workNo")] int WorkNo,
    [property: JsonPropertyName("name")] string? Name,
    [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("sinceMs")] long SinceMs,
    [property: JsonPropertyName("call")] BarBody.CallBody? Call,
    [property: JsonPropertyName("lastCall")] BarBody.LastCallBody? LastCall,
    [property: JsonPropertyName("queues")] IReadOnlyList<string> Queues,
    [property: JsonPropertyName("mayDecline")] bool MayDecline,
    [property: JsonPropertyName("muted")] bool IsMuted,
    [property: JsonPropertyName("needsHelp")] bool NeedsHelp,
    [property: JsonPropertyName("colleagues")] IReadOnlyList<BarBody.ColleagueBody> Colleagues,
    [property: JsonPropertyName("consultation")] string? Consultation)
{
    public static BarBody Of(BarView bar) => new(
        bar.Settings.WorkNo,
        bar.Settings.Name,
        WordOf(bar.State),
        (long)(bar.Now - bar.Since).TotalMilliseconds,
        bar.Call is { } call ? CallBody.Of(call) : null,
        bar.LastCall is { } last ? new LastCallBody(last.Call.CallId, last.Call.Customer, WordOf(last.End)) : null,
        bar.Queues,
        bar.Settings.Role == AgentRole.Callout,
        bar.IsMuted,
        bar.NeedsHelp,
        [.. bar.Colleagues.Select(c => new ColleagueBody(c.WorkNo, c.Name))],
        bar.Consultation is ConsultationState.None ? null : WordOf($"{bar.Consultation}"));

    private static string WordOf(AgentState state) => WordOf(state.GetType().Name);

    private static string WordOf(AgentCallEnd end) => WordOf(end.ToString());

    private static string WordOf(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    internal sealed record ColleagueBody(
        [property: JsonPropertyName("workNo")] int WorkNo,
        [property: JsonPropertyName("name")] string? Name);

    /// <param name="End">For example <c>busy</c>, <c>missed</c>, <c>customerHungUp</c>.</param>
    internal sealed record LastCallBody(
        [property: JsonPropertyName("callid")] string CallId,
        [property: JsonPropertyName("number")] string Number,
        [property: JsonPropertyName("end")] string End);

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
