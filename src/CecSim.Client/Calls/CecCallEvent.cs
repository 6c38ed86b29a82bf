namespace CecSim.Client.Calls;

/// <summary>Something that happened to a call (getClickToCallEvents). These are all the kinds there are.</summary>
public abstract record CecCallEvent
{
    private CecCallEvent()
    {
    }

    /// <summary>The <c>eventId</c> as text: a number in samples, a string in the API reference.</summary>
    public required string EventId { get; init; }

    /// <summary>The <c>resultDesc</c>; null where there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The whole answer as it came, JSON.</summary>
    public required string Json { get; init; }

    /// <summary>Whether the call is over with it.</summary>
    public virtual bool EndsCall => false;

    /// <summary>168102: the call waits in a queue.</summary>
    public sealed record Queued : CecCallEvent;

    /// <summary>168101: an agent is there; call the gateway now.</summary>
    /// <param name="Domain">The SIP domain of the WebRTC gateway.</param>
    /// <param name="GatewayAddresses">Where the gateway listens; as far as is known, WebSocket addresses.</param>
    /// <param name="AccessCode">The number to call.</param>
    /// <param name="Caller">Whom to call as.</param>
    public sealed record Connected(
        string Domain, IReadOnlyList<string> GatewayAddresses, string AccessCode, string Caller) : CecCallEvent;

    /// <summary>168106: the call was transferred.</summary>
    public sealed record Transferred : CecCallEvent;

    /// <summary>168110: the call is over.</summary>
    /// <param name="CauseId">CTI's cause, <c>-1</c> where there is none; null where it is missing or no number.</param>
    /// <param name="CauseDescription">The cause in words; null where there is none.</param>
    public sealed record Released(int? CauseId, string? CauseDescription) : CecCallEvent
    {
        /// <inheritdoc />
        public override bool EndsCall => true;
    }

    /// <summary>168103: it waited too long in the queue, and is over.</summary>
    /// <param name="CauseId">As of <see cref="Released"/>.</param>
    /// <param name="CauseDescription">As of <see cref="Released"/>.</param>
    public sealed record QueueTimeout(int? CauseId, string? CauseDescription) : CecCallEvent
    {
        /// <inheritdoc />
        public override bool EndsCall => true;
    }

    /// <summary>168105: it failed, and is over.</summary>
    /// <param name="CauseId">As of <see cref="Released"/>.</param>
    /// <param name="CauseDescription">As of <see cref="Released"/>.</param>
    public sealed record Failed(int? CauseId, string? CauseDescription) : CecCallEvent
    {
        /// <inheritdoc />
        public override bool EndsCall => true;
    }

    /// <summary>
    /// An event that no document names (168104, 168107 to 168109 and others), or a 168101 without all that belongs to
    /// it. See <see cref="Json"/>.
    /// </summary>
    public sealed record Unknown : CecCallEvent;
}
