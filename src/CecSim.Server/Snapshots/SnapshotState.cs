using System.Text.Json.Serialization.Metadata;
using CecSim.Control.Contracts;
using CecSim.Server.Control;
using CecSim.Server.Control.Agents;
using CecSim.Server.Control.Calls;
using CecSim.Server.Control.Faults;
using CecSim.Server.Control.Polls;

namespace CecSim.Server.Snapshots;

/// <summary>What can be seen of a space, in the words of the control API. Two that are alike here are alike.</summary>
internal static class SnapshotState
{
    private const int LooksMax = 10;

    private static ControlContractJson Contract => ControlContractJson.Default;

    /// <summary>The state at one moment of a space whose time may be running.</summary>
    public static (DateTimeOffset Now, JsonObject State) Read(Space space)
    {
        for (var look = 1; ; look++)
        {
            var now = space.Time.ReadNow();
            var state = Of(space);
            if (look == LooksMax || JsonNode.DeepEquals(state, Of(space)))
            {
                return (now, state);
            }
        }
    }

    private static JsonObject Of(Space space) => new()
    {
        ["calls"] = ListOf(
            new CallList([.. space.Calls.View.Select(CallMapping.ToContract)], Total: 0), Contract.CallList),
        ["polls"] = ListOf(
            new PollList([.. space.Polls.All.Where(p => !p.IsAborted).Select(PollMapping.ToContract)], Total: 0),
            Contract.PollList),
        ["agents"] = ListOf(new AgentList([.. space.Agents.View.Select(AgentMapping.ToContract)]), Contract.AgentList),
        ["queues"] = ListOf(new QueueList([.. space.Queues.Select(QueueMapping.ToContract)]), Contract.QueueList),
        ["faults"] = ListOf(new FaultList([.. space.Faults.View.Select(FaultMapping.ToContract)]), Contract.FaultList),
        ["tokensIssued"] = space.AccessTokens.IssuedCount + space.MessagingTokens.IssuedCount,
        ["nextDue"] = space.Time.View.NextDue,
    };

    // The bodies of the control API have their list as their first member.
    private static JsonNode ListOf<T>(T body, JsonTypeInfo<T> shape) =>
        JsonSerializer.SerializeToNode(body, shape)!.AsObject().First().Value!.DeepClone();
}
