namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>Why the media of a call ended.</summary>
public enum TransportEnd
{
    /// <summary>The gateway's owner closed the call.</summary>
    Closed,

    /// <summary>The peer sent close_notify.</summary>
    ClosedByPeer,

    /// <summary>No valid check for too long: RFC 7675 section 5.1.</summary>
    ConsentLost,

    /// <summary>The handshake failed, or never came to its end.</summary>
    HandshakeFailed,

    /// <summary>No valid check ever came in time: ICE found no way.</summary>
    NeverConnected,

    /// <summary>Checks came, and no handshake was finished in time.</summary>
    NeverSecured,

    /// <summary>Nothing came from a phone without ICE for too long, though it was not on hold.</summary>
    MediaMissing,
}
