namespace CecSim.Telephony.Calling;

/// <summary>How long each part of a call may take before it counts as failed.</summary>
public sealed record CallLimits
{
    /// <summary>Until the WebSocket is open.</summary>
    public TimeSpan Open { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From the INVITE to its final answer. RFC 3261 lets it ring for three minutes.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>From the answer to the nominated pair of ICE.</summary>
    public TimeSpan Path { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The DTLS handshake.</summary>
    public TimeSpan Handshake { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The farewell, of whichever kind: the answer to a BYE or to a CANCEL.</summary>
    public TimeSpan Goodbye { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Without consent for so long nothing more is sent: RFC 7675 section 5.1.</summary>
    public TimeSpan Consent { get; init; } = TimeSpan.FromSeconds(30);
}
