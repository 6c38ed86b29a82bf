namespace CecSim.Server.Control.Agents;

/// <summary>What an action needs besides its name; most need nothing.</summary>
/// <param name="Reason">Of <c>not-ready</c> and <c>rest</c>: a documented reason; null for the usual one.</param>
/// <param name="For">Of <c>rest</c>: how long it may take, as in <c>10m</c>.</param>
/// <param name="UserId">Of <c>write</c> and <c>end</c>: whose text session.</param>
/// <param name="Text">Of <c>write</c>: what the agent writes.</param>
internal sealed record AgentActionBody(
    int? Reason = null, string? For = null, string? UserId = null, string? Text = null);
