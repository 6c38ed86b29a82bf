namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// Protocols that share a port, told apart by their first bytes: RFC 7983 section 7 and RFC 5761 section 4.
/// </summary>
internal enum PacketKind
{
    None,
    Stun,
    Dtls,
    Rtp,
    Rtcp,
}

internal static class PacketKinds
{
    public static PacketKind Of(ReadOnlySpan<byte> packet) => packet switch
    {
        [< 4, ..] => PacketKind.Stun,
        [>= 20 and < 64, ..] => PacketKind.Dtls,
        [>= 128 and < 192, >= 192 and < 224, ..] => PacketKind.Rtcp,
        [>= 128 and < 192, ..] => PacketKind.Rtp,
        _ => PacketKind.None,
    };
}
