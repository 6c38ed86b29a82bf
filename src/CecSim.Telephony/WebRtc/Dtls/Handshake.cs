namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>One side of a handshake: which message it expects next and what it answers.</summary>
internal abstract class Handshake : IDisposable
{
    /// <summary>The session that carries the messages; set once, by the session itself.</summary>
    public DtlsSession Session { get; set; } = null!;

    /// <summary>What this side says before it has heard anything.</summary>
    public virtual void Start()
    {
    }

    /// <summary>Takes the next message, which is already the last one of the session's transcript.</summary>
    public abstract void Take(HandshakeMessage message);

    public abstract void Dispose();
}
