using System.Diagnostics.CodeAnalysis;

namespace CecSim.Telephony.WebRtc.Stun;

/// <summary>MESSAGE-INTEGRITY: RFC 8489 section 14.5.</summary>
internal static class StunSignature
{
    public const int Length = HMACSHA1.HashSizeInBytes;

    [SuppressMessage("Security", "CA5350", Justification = "RFC 8445 section 7.1 leaves ICE no other algorithm.")]
    public static void Write(ReadOnlySpan<byte> password, ReadOnlySpan<byte> signed, Span<byte> signature) =>
        HMACSHA1.HashData(password, signed, signature);
}
