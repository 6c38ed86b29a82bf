using System.Diagnostics;

namespace CecSim.Telephony.WebRtc.Srtp;

/// <summary>Encrypts and signs packets of one kind in one direction, in place and without allocating.</summary>
internal abstract class PacketCipher : IDisposable
{
    public abstract int TagLength { get; }

    /// <summary>Room that a sealed packet needs beyond the plain one, the SRTCP index included.</summary>
    public int Overhead => TagLength + 4;

    /// <param name="isRtcp">Short tags are for media alone: RFC 5764 section 4.1.2.</param>
    public static PacketCipher For(SrtpProfile profile, SessionKeys keys, bool isRtcp = false) => profile switch
    {
        SrtpProfile.AesCm128HmacSha1Tag32 when !isRtcp => new AesCmCipher(keys, AesCmCipher.ShortTagLength),
        SrtpProfile.AesCm128HmacSha1Tag80 or SrtpProfile.AesCm128HmacSha1Tag32 => new AesCmCipher(keys),
        SrtpProfile.AeadAes128Gcm => new AesGcmCipher(keys),
        _ => throw new UnreachableException(),
    };

    /// <summary>Returns the length of the sealed packet.</summary>
    public abstract int SealRtp(Span<byte> buffer, int headerLength, int length, PacketIndex index);

    public abstract bool OpenRtp(Span<byte> packet, int headerLength, PacketIndex index);

    /// <summary>Returns the length of the sealed packet.</summary>
    public abstract int SealRtcp(Span<byte> buffer, int length, PacketIndex index);

    /// <summary>The index is read from the packet by <see cref="RtcpIndexOf"/>.</summary>
    public abstract bool OpenRtcp(Span<byte> packet, PacketIndex index);

    /// <summary>The word of E flag and index: RFC 3711 section 3.4.</summary>
    public abstract uint RtcpIndexOf(ReadOnlySpan<byte> packet);

    public abstract void Dispose();
}
