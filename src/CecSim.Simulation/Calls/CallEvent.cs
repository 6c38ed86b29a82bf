using CecSim.Simulation.Polls;

namespace CecSim.Simulation.Calls;

/// <summary>One event of a call, as it waits in the user's mailbox.</summary>
/// <param name="Number">1 for the first event of the space; no two are alike.</param>
/// <param name="Route">How to reach the gateway; only with <see cref="CallEventKind.Connected"/>.</param>
/// <param name="Cause">Why the call ended; only with a final event.</param>
/// <param name="Desc">A <c>resultDesc</c> of its own; null for the documented one.</param>
public sealed record CallEvent(
    long Number,
    CallEventKind Kind,
    DateTimeOffset At,
    GatewayRoute? Route = null,
    Cause? Cause = null,
    string? Desc = null) : IClientEvent
{
    public bool IsFinal => Kind is CallEventKind.Released or CallEventKind.QueueTimeout or CallEventKind.Failed;
}
