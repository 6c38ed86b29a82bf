namespace CecSim.Telephony.Media;

/// <summary>What a gateway holds at this moment, and what it could do nothing with so far.</summary>
/// <param name="Names">ICE user fragments that lead to a call.</param>
/// <param name="Addresses">Addresses that lead to a call.</param>
/// <param name="HalfOpenHandshakes">DTLS handshakes under way.</param>
/// <param name="UnmatchedPackets">Packets of no call.</param>
public sealed record GatewayCounts(
    int Calls,
    int Names,
    int Addresses,
    int HalfOpenHandshakes,
    long UnmatchedPackets)
{
    /// <summary>UDP ports that calls of phones without ICE have.</summary>
    public int PhonePorts { get; init; }
}
