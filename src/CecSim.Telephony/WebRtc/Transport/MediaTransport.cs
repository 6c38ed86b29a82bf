using CecSim.Telephony.Media;
using CecSim.Telephony.WebRtc.Srtp;
using CecSim.Telephony.WebRtc.Stun;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// What the media of one call travel by: it opens what comes, seals what goes, and knows when it is over. Packets and
/// ticks come from its owner, and it holds no thread and no timer. Not for two threads at once.
/// </summary>
internal abstract class MediaTransport : IMediaPath, IDisposable
{
    public abstract MediaSecurity Security { get; }

    /// <summary>Of this call and of no other.</summary>
    public abstract string Id { get; }

    /// <summary>By which checks find it; none where it has ports of its own.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    public TransportEnd? End { get; protected set; }

    public abstract bool IsOpen { get; }

    /// <summary>Both sides can send: what had to be agreed on is.</summary>
    public abstract bool IsConnected { get; }

    public abstract TransportStatus Status { get; }

    /// <summary>The descriptions let the peer send, so that something should come.</summary>
    public bool IsExpectant { get; set; }

    /// <summary>Whether RTP of a payload type has been agreed on; set by whoever knows the lines.</summary>
    public Func<byte, bool> IsAgreed { get; set; } = static _ => false;

    /// <summary>Makes room for lines of these kinds; false when there is none.</summary>
    public virtual bool TryOpen(IEnumerable<MediaKind> kinds) => true;

    public virtual IMediaPath PathFor(MediaKind kind) => this;

    /// <summary>Of which kind the line is whose packets come to that port; null where all come to one.</summary>
    public virtual MediaKind? KindAt(IPacketPort port) => null;

    /// <summary>What this side's next description says of it.</summary>
    public abstract LocalTransport Describe(bool isOffer);

    /// <summary>What is wrong with what an answer says, for a person to read; null when it is in order.</summary>
    public virtual string? Complaint(PeerPath answer) => null;

    /// <summary>Takes what the peer's description says, which is of this transport's kind.</summary>
    public abstract void Take(PeerPath peer, bool isAnswer);

    /// <summary>Takes a packet from anywhere. The length of plain RTP or RTCP, or 0.</summary>
    public abstract int Receive(Span<byte> packet, PacketKind kind, SocketAddress from, IPacketPort port);

    /// <summary>Takes a check or an answer to one. False for a check that is not this call's.</summary>
    public virtual bool ReceiveStun(in StunMessage message, SocketAddress from, IPacketPort port) => false;

    public abstract int SendRtp(Span<byte> buffer, int length);

    public abstract int RepeatRtp(Span<byte> buffer, int length);

    public abstract void SendRtcp(Span<byte> buffer, int length);

    public abstract void Tick();

    public abstract void Close();

    /// <summary>Gives the keys and the ports back; the states can still be read.</summary>
    public abstract void Dispose();
}

/// <summary>How a transport stands, also after its end.</summary>
/// <param name="Local">Where packets come to; null before one came.</param>
/// <param name="Rejected">Packets that were forged, replayed or damaged.</param>
/// <param name="Foreign">Packets of somebody else than the peer.</param>
internal readonly record struct TransportStatus(
    IceState Ice,
    DtlsState Dtls,
    string? DtlsReason,
    SrtpProfile? Profile,
    bool? FingerprintMatches,
    IPEndPoint? Local,
    IPEndPoint? Remote,
    long Rejected,
    long Foreign);
