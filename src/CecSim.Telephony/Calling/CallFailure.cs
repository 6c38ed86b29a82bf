namespace CecSim.Telephony.Calling;

/// <summary>Why a call never came to have media.</summary>
public abstract record CallFailure
{
    private CallFailure()
    {
    }

    /// <summary>What happened, for a person to read.</summary>
    public abstract string Text { get; }

    /// <summary>The event's number, domain or caller make no SIP address.</summary>
    /// <param name="Address">What they make.</param>
    public sealed record NoAddress(string Address) : CallFailure
    {
        /// <inheritdoc />
        public override string Text => $"'{Address}' is no SIP address";
    }

    /// <summary>No WebSocket of the sub-protocol <c>sip</c> opened.</summary>
    /// <param name="IsNotTrusted">It was the certificate's fault.</param>
    /// <param name="Detail">What the operating system or the server says of it.</param>
    public sealed record NotOpened(Uri Gateway, bool IsNotTrusted, string Detail) : CallFailure
    {
        /// <inheritdoc />
        public override string Text => $"the gateway's WebSocket {Gateway} did not open: {Detail}";
    }

    /// <summary>The INVITE was refused.</summary>
    /// <param name="Status">300 to 699.</param>
    public sealed record Refused(int Status, string Reason) : CallFailure
    {
        /// <inheritdoc />
        public override string Text => $"the INVITE was refused with {Status} {Reason}";
    }

    /// <summary>The INVITE had no final answer within the limit.</summary>
    /// <param name="HasRung">It rang.</param>
    public sealed record NotAnswered(TimeSpan Limit, bool HasRung) : CallFailure
    {
        /// <inheritdoc />
        public override string Text =>
            $"{(HasRung ? "it rang, and " : "")}nobody answered for {Limit.TotalSeconds:0.#} s";
    }

    /// <summary>The answer's description is of no use.</summary>
    public sealed record BadAnswer(string Detail) : CallFailure
    {
        /// <inheritdoc />
        public override string Text => $"the answer to the INVITE is of no use: {Detail}";
    }

    /// <summary>ICE found no way to where the answer said that the gateway is.</summary>
    /// <param name="Addresses">Where it looked.</param>
    public sealed record NoPath(string Addresses, TimeSpan Limit, string Detail) : CallFailure
    {
        /// <inheritdoc />
        public override string Text =>
            $"ICE found no way to {Addresses} within {Limit.TotalSeconds:0.#} s: {Detail}";
    }

    /// <summary>The DTLS handshake failed or did not end.</summary>
    public sealed record NoHandshake(string Detail) : CallFailure
    {
        /// <inheritdoc />
        public override string Text => $"the DTLS handshake failed: {Detail}";
    }

    /// <summary>The call ended before it had media.</summary>
    public sealed record Ended(CallEnding Ending) : CallFailure
    {
        /// <inheritdoc />
        public override string Text => $"the call ended before it had media: {Ending}";
    }
}
