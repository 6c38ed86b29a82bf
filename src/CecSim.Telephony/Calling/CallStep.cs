namespace CecSim.Telephony.Calling;

/// <summary>One step of a call, told when it is over.</summary>
/// <param name="BeganAt">Counted from the beginning of the call.</param>
/// <param name="EndedAt">Counted the same.</param>
/// <param name="IsDone">It went as it should.</param>
/// <param name="Detail">What came of it, for a person to read.</param>
public sealed record CallStep(CallStepKind Kind, TimeSpan BeganAt, TimeSpan EndedAt, bool IsDone, string Detail);

/// <summary>In the order in which they come.</summary>
public enum CallStepKind
{
    /// <summary>The WebSocket is open.</summary>
    Open,

    /// <summary>The gateway lets it ring.</summary>
    Ring,

    /// <summary>From the INVITE to its final answer.</summary>
    Invite,

    /// <summary>ICE, to the nominated pair.</summary>
    Path,

    /// <summary>The DTLS handshake.</summary>
    Handshake,

    /// <summary>From the end of the handshake to the first packet that came.</summary>
    FirstPacket,

    /// <summary>The gateway changes the call: hold, for example.</summary>
    Reoffer,

    /// <summary>From the BYE or CANCEL to its answer, or one that came.</summary>
    Goodbye,
}
