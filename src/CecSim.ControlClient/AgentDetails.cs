namespace CecSim.ControlClient;

/// <summary>An agent.</summary>
/// <param name="WorkNo">The work number.</param>
/// <param name="Name">What customers see; null where the scenario gives none.</param>
/// <param name="Type">What it can process, for example <c>versatile</c>.</param>
/// <param name="Role">For example <c>common</c>.</param>
/// <param name="State">
/// <c>signedOut</c>, <c>ready</c>, <c>notReady</c>, <c>resting</c>, <c>working</c>, <c>ringing</c>, <c>talking</c>,
/// <c>holding</c> or <c>wrapUp</c>.
/// </param>
/// <param name="Queues">The queues that it serves.</param>
/// <param name="CallWith">Whose call it has, from ringing on; null when it has none.</param>
/// <param name="ChatsWith">Whose text sessions it holds.</param>
public sealed record AgentDetails(
    int WorkNo,
    string? Name,
    string Type,
    string Role,
    string State,
    IReadOnlyList<string> Queues,
    string? CallWith,
    IReadOnlyList<string> ChatsWith);
