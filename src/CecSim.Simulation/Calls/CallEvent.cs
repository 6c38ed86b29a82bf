using CecSim.Simulation.Polls;

namespace CecSim.Simulation.Calls;

/// <summary>One event of a call, as it waits in the user's mailbox.</summary>
/// <param name="Number">1 for the first event of the space; no two are alike.</param>
/// <param name="Route">How to reach the gateway; only with <see cref="CallEventKind.Connected"/>.</param>
/// <param name="Cause">Why the call ended; only with a final event.</param>
public sealed record CallEvent(
    long Number, CallEventKind Kind, DateTimeOffset At, GatewayRoute? Route = null, Cause? Cause = null) : IClientEvent
{
    /// <summary>The <c>eventId</c>: the number of its kind, or any other where the kind is unknown.</summary>
    public int EventId { get; init; } = (int)Kind;

    /// <summary>What a script makes it say; null when it speaks for itself.</summary>
    public EventWording? Wording { get; init; }

    public bool IsFinal => Kind is CallEventKind.Released or CallEventKind.QueueTimeout or CallEventKind.Failed;
}
