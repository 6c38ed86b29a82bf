namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>One side of a handshake: which message it expects next and what it answers.</summary>
internal abstract class Handshake : IDisposable
{
    /// <summary>The session that carries the messages; set once, by the session itself.</summary>
    public DtlsSession Session { get; set; } = null!;

    /// <summary>The other side's certificate; empty before it has come.</summary>
    public byte[] PeerCertificate { get; protected set; } = [];

    /// <summary>Whether that certificate is one of its SDP; null before it has come.</summary>
    public bool? PeerMatches { get; protected set; }

    /// <summary>Its secret, as NSS writes key logs and Wireshark reads them; null before there is one.</summary>
    public abstract string? KeyLogLine { get; }

    /// <summary>What this side says before it has heard anything.</summary>
    public virtual void Start()
    {
    }

    /// <summary>Takes the next message, which is already the last one of the session's transcript.</summary>
    public abstract void Take(HandshakeMessage message);

    public abstract void Dispose();
}
