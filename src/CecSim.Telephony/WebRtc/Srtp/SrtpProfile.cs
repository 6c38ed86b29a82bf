using System.Diagnostics;

namespace CecSim.Telephony.WebRtc.Srtp;

/// <summary>Numbers as use_srtp carries them: RFC 5764 section 4.1.2 and RFC 7714 section 14.2.</summary>
public enum SrtpProfile : ushort
{
    AesCm128HmacSha1Tag80 = 0x0001,

    /// <summary>Only where the descriptions have the keys; reports are signed as ever.</summary>
    AesCm128HmacSha1Tag32 = 0x0002,
    AeadAes128Gcm = 0x0007,
}

internal static class SrtpProfileSizes
{
    public const int KeyLength = 16;

    public static int SaltLength(this SrtpProfile profile) => profile switch
    {
        SrtpProfile.AesCm128HmacSha1Tag80 or SrtpProfile.AesCm128HmacSha1Tag32 => 14,
        SrtpProfile.AeadAes128Gcm => 12,
        _ => throw new UnreachableException(),
    };
}
