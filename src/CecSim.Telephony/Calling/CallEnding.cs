namespace CecSim.Telephony.Calling;

/// <summary>How a call that had been answered ended.</summary>
public abstract record CallEnding
{
    private CallEnding()
    {
    }

    /// <summary>Here, as planned.</summary>
    public sealed record HungUp : CallEnding
    {
        /// <inheritdoc />
        public override string ToString() => "hung up here";
    }

    /// <summary>The gateway sent a BYE.</summary>
    /// <param name="Reason">Its <c>Reason</c> header (RFC 3326); null without one.</param>
    public sealed record HungUpByGateway(string? Reason) : CallEnding
    {
        /// <inheritdoc />
        public override string ToString() => "the gateway hung up" + (Reason is null ? "" : $": {Reason}");
    }

    /// <summary>The gateway asked for an offer and did not answer it.</summary>
    public sealed record AnswerUnusable(string Detail) : CallEnding
    {
        /// <inheritdoc />
        public override string ToString() => $"the gateway's answer to the offer that it asked for: {Detail}";
    }

    /// <summary>The WebSocket broke or was closed by the gateway.</summary>
    public sealed record SocketLost : CallEnding
    {
        /// <inheritdoc />
        public override string ToString() => "the gateway's WebSocket broke";
    }

    /// <summary>The media ended by themselves.</summary>
    /// <param name="Why">Which may not be <see cref="TransportEnd.Closed"/>.</param>
    public sealed record MediaEnded(TransportEnd Why) : CallEnding
    {
        /// <inheritdoc />
        public override string ToString() => Why switch
        {
            TransportEnd.ClosedByPeer => "the gateway closed the media",
            TransportEnd.ConsentLost => "the gateway answered no more checks",
            TransportEnd.HandshakeFailed => "the DTLS handshake failed",
            TransportEnd.NeverConnected or TransportEnd.NeverSecured => "the media never connected",
            _ => "the media ended",
        };
    }
}
