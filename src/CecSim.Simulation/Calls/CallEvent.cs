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

/// <summary>The events of getClickToCallEvents; each value is its <c>eventId</c> (chapter 5, step 4).</summary>
public enum CallEventKind
{
    /// <summary>An event that no document knows. Only a script sends it, with an id of its own.</summary>
    Unknown = 0,
    Connected = 168101,
    Queued = 168102,
    QueueTimeout = 168103,
    Failed = 168105,
    Transferred = 168106,
    Released = 168110,
}

/// <summary>What a script makes an event say. What is null stays as it would be without it.</summary>
public sealed record EventWording
{
    public string? ResultCode { get; init; }

    public string? ResultDesc { get; init; }

    /// <summary>A JSON object: its members replace those of the event's content, or join them.</summary>
    public string? Content { get; init; }
}

/// <summary>
/// What a client needs for its INVITE (chapter 5, step 4). The gateway's addresses depend on how the client came
/// and are the server's to add.
/// </summary>
/// <param name="Domain">The WebRTC gateway's domain name, one per space.</param>
/// <param name="AccessCode">The called party, one per live call.</param>
/// <param name="Caller">The calling party.</param>
public sealed record GatewayRoute(string Domain, string AccessCode, string Caller)
{
    /// <summary>The calling party of the documents' sample, the same for each call.</summary>
    public const string AnonymousCaller = "AnonymousCard";
}
