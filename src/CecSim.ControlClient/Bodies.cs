using System.Text.Json;

namespace CecSim.ControlClient;

internal sealed record HealthBody(string Status);

internal sealed record SpaceList(IReadOnlyList<SpaceDetails> Spaces);

internal sealed record PollList(IReadOnlyList<HeldPoll> Polls);

internal sealed record CallList(IReadOnlyList<CallDetails> Calls);

internal sealed record QueueList(IReadOnlyList<QueueDetails> Queues);

internal sealed record AgentList(IReadOnlyList<AgentDetails> Agents);

internal sealed record FaultList(IReadOnlyList<ArmedFault> Faults);

internal sealed record FindingList(IReadOnlyList<Finding> Findings);

internal sealed record ResetBody(ResetScope Scope);

internal sealed record ClockChange(
    string? Mode = null, double? Rate = null, string? Advance = null, string? AdvanceTo = null);

internal sealed record ReleaseBody(JsonElement? Event = null, string? ResultDesc = null);

internal sealed record AgentActionBody(
    int? Reason = null, string? For = null, string? UserId = null, string? Text = null);
