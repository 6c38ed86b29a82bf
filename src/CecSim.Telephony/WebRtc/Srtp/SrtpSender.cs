namespace CecSim.Telephony.WebRtc.Srtp;

/// <summary>Protects what goes to one peer. Not for two threads at once.</summary>
internal sealed class SrtpSender : IDisposable
{
    private const uint RtcpIndexMask = 0x7FFFFFFF;

    private readonly PacketCipher _rtp;
    private readonly PacketCipher _rtcp;
    private readonly Dictionary<uint, RollOver> _streams = [];
    private uint _rtcpIndex;

    public SrtpSender(SrtpProfile profile, byte[] key, byte[] salt)
    {
        _rtp = PacketCipher.For(profile, SessionKeys.ForRtp(profile, key, salt));
        _rtcp = PacketCipher.For(profile, SessionKeys.ForRtcp(profile, key, salt), isRtcp: true);
    }

    /// <summary>Room that the buffer needs behind the plain packet.</summary>
    public int Overhead => _rtcp.Overhead;

    /// <summary>
    /// Seals a packet in place and returns its new length; 0 when it is not RTP or would repeat a number.
    /// </summary>
    public int Protect(Span<byte> buffer, int length)
    {
        if (!RtpHeader.TryRead(buffer[..length], out var header))
        {
            return 0;
        }

        if (!_streams.TryGetValue(header.Ssrc, out var stream))
        {
            _streams[header.Ssrc] = stream = new RollOver();
        }

        // The same number twice would use a key stream twice, which gives both texts away.
        if (stream.Guess(header.Sequence) is not { } number || !stream.Allows(number))
        {
            return 0;
        }

        stream.Accept(number);
        return _rtp.SealRtp(buffer, header.Length, length, new PacketIndex(header.Ssrc, number));
    }

    /// <summary>
    /// Seals a packet once more that this sender has sealed, with the same bytes in it: what comes out is what went
    /// out then. 0 when it has not.
    /// </summary>
    public int ProtectAgain(Span<byte> buffer, int length) =>
        RtpHeader.TryRead(buffer[..length], out var header)
        && _streams.TryGetValue(header.Ssrc, out var stream)
        && stream.Guess(header.Sequence) is { } number
        && !stream.Allows(number)
            ? _rtp.SealRtp(buffer, header.Length, length, new PacketIndex(header.Ssrc, number))
            : 0;

    public int ProtectRtcp(Span<byte> buffer, int length)
    {
        var ssrc = BinaryPrimitives.ReadUInt32BigEndian(buffer[4..]);
        _rtcpIndex = (_rtcpIndex + 1) & RtcpIndexMask;
        return _rtcp.SealRtcp(buffer, length, new PacketIndex(ssrc, _rtcpIndex));
    }

    public void Dispose()
    {
        _rtp.Dispose();
        _rtcp.Dispose();
    }
}
