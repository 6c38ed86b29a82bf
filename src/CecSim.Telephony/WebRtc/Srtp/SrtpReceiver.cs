namespace CecSim.Telephony.WebRtc.Srtp;

/// <summary>Opens what comes from one peer. Not for two threads at once.</summary>
internal sealed class SrtpReceiver : IDisposable
{
    /// <summary>A call has a handful of senders; one that has the keys and invents more gains nothing.</summary>
    private const int StreamsMax = 64;
    private const int ShortestRtcp = 8;
    private const uint RtcpIndexMask = 0x7FFFFFFF;

    private readonly PacketCipher _rtp;
    private readonly PacketCipher _rtcp;
    private readonly Dictionary<uint, RollOver> _streams = [];
    private readonly Dictionary<uint, ReplayWindow> _rtcpWindows = [];

    public SrtpReceiver(SrtpProfile profile, byte[] key, byte[] salt)
    {
        _rtp = PacketCipher.For(profile, SessionKeys.ForRtp(profile, key, salt));
        _rtcp = PacketCipher.For(profile, SessionKeys.ForRtcp(profile, key, salt), isRtcp: true);
    }

    /// <summary>
    /// Opens a packet in place and returns its plain length; 0 when it is forged, replayed or no RTP.
    /// </summary>
    public int Unprotect(Span<byte> packet)
    {
        if (!RtpHeader.TryRead(packet, out var header))
        {
            return 0;
        }

        var known = _streams.TryGetValue(header.Ssrc, out var stream);
        stream ??= new RollOver();
        if (stream.Guess(header.Sequence) is not { } number
            || !stream.Allows(number)
            || !_rtp.OpenRtp(packet, header.Length, new PacketIndex(header.Ssrc, number)))
        {
            return 0;
        }

        // Only a packet that proved authentic may leave a trace.
        if (!known && !TryAdd(header.Ssrc, stream))
        {
            return 0;
        }

        stream.Accept(number);
        return packet.Length - _rtp.TagLength;
    }

    public int UnprotectRtcp(Span<byte> packet)
    {
        if (packet.Length < ShortestRtcp + _rtcp.Overhead)
        {
            return 0;
        }

        var ssrc = BinaryPrimitives.ReadUInt32BigEndian(packet[4..]);
        var number = _rtcp.RtcpIndexOf(packet) & RtcpIndexMask;
        var window = _rtcpWindows.GetValueOrDefault(ssrc);
        if (!window.Allows(number) || !_rtcp.OpenRtcp(packet, new PacketIndex(ssrc, number)))
        {
            return 0;
        }

        window.Accept(number);
        return TryKeep(ssrc, window) ? packet.Length - _rtcp.Overhead : 0;
    }

    public void Dispose()
    {
        _rtp.Dispose();
        _rtcp.Dispose();
    }

    // Each sender counts its own reports: RFC 3711 section 3.2.3 names a context by the SSRC.
    private bool TryKeep(uint ssrc, ReplayWindow window)
    {
        if (_rtcpWindows.Count >= StreamsMax && !_rtcpWindows.ContainsKey(ssrc))
        {
            return false;
        }

        _rtcpWindows[ssrc] = window;
        return true;
    }

    private bool TryAdd(uint ssrc, RollOver stream) => _streams.Count < StreamsMax && _streams.TryAdd(ssrc, stream);
}
