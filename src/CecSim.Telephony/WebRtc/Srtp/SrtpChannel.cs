namespace CecSim.Telephony.WebRtc.Srtp;

/// <summary>Both directions of one association's media. Not for two threads at once.</summary>
internal sealed class SrtpChannel(SrtpKeys keys) : IDisposable
{
    private readonly SrtpReceiver _receiver = new(keys.Profile, keys.ReceiveKey, keys.ReceiveSalt);
    private readonly SrtpSender _sender = new(keys.Profile, keys.SendKey, keys.SendSalt);

    /// <summary>Packets that were forged, replayed or damaged.</summary>
    public long Rejected { get; private set; }

    /// <summary>Opens a packet in place and returns its plain length; 0 when it is not to be used.</summary>
    public int Open(Span<byte> packet, PacketKind kind)
    {
        var plainLength = kind == PacketKind.Rtcp ? _receiver.UnprotectRtcp(packet) : _receiver.Unprotect(packet);
        Rejected += plainLength == 0 ? 1 : 0;
        return plainLength;
    }

    /// <summary>Seals a packet in place and returns its new length; 0 when it must not go out.</summary>
    public int SealRtp(Span<byte> buffer, int length) => _sender.Protect(buffer, length);

    /// <summary>Seals a packet that went out before as it was sealed then.</summary>
    public int SealRtpAgain(Span<byte> buffer, int length) => _sender.ProtectAgain(buffer, length);

    public int SealRtcp(Span<byte> buffer, int length) => _sender.ProtectRtcp(buffer, length);

    public void Dispose()
    {
        _receiver.Dispose();
        _sender.Dispose();
    }
}
