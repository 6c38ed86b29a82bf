namespace CecSim.Telephony.WebRtc.Srtp;

/// <summary>What makes a packet's key stream unlike any other: its sender and its number in 48 bits.</summary>
/// <param name="Number">Roll-over counter and sequence number for RTP, the explicit index for RTCP.</param>
internal readonly record struct PacketIndex(uint Ssrc, ulong Number)
{
    public uint RollOver => (uint)(Number >> 16);
}
