namespace CecSim.Server.Control.Agents;

/// <summary>The skill queues of a space.</summary>
internal sealed record QueuesBody(IReadOnlyList<QueueBody> Queues);
