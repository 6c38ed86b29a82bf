using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CecSim.Server.Control;
using CecSim.Server.Control.Agents;
using CecSim.Server.Control.Calls;
using CecSim.Server.Control.Faults;
using CecSim.Server.Control.Polls;
using CecSim.Simulation.Spaces;

namespace CecSim.Server.Moments;

/// <summary>What can be seen of a space, in the words of the control API. Two that are alike here are alike.</summary>
internal static class MomentState
{
    private const int LooksMax = 10;

    private static ControlJson Json => ControlJson.Default;

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
        ["calls"] = ListOf(new CallsBody([.. space.Calls.View.Select(CallBody.Of)]), Json.CallsBody),
        ["polls"] = ListOf(
            new HeldPollsBody([.. space.Polls.All.Where(p => !p.IsAborted).Select(HeldPollBody.Of)]),
            Json.HeldPollsBody),
        ["agents"] = ListOf(new AgentsBody([.. space.Agents.View.Select(AgentBody.Of)]), Json.AgentsBody),
        ["queues"] = ListOf(new QueuesBody([.. space.Queues.Select(QueueBody.Of)]), Json.QueuesBody),
        ["faults"] = ListOf(new FaultsBody([.. space.Faults.View.Select(FaultBody.Of)]), Json.FaultsBody),
        ["tokensIssued"] = space.AccessTokens.IssuedCount + space.MessagingTokens.IssuedCount,
        ["nextDue"] = space.Time.View.NextDue,
    };

    // The bodies of the control API have their list as their only member.
    private static JsonNode ListOf<T>(T body, JsonTypeInfo<T> shape) =>
        JsonSerializer.SerializeToNode(body, shape)!.AsObject().Single().Value!.DeepClone();
}
