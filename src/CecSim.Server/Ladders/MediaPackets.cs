using System.Globalization;
using CecSim.Control.Contracts;
using CecSim.Telephony.Capture;

namespace CecSim.Server.Ladders;

/// <summary>The packets of one party's media as steps: of those alike the first, with how many there were.</summary>
internal static class MediaPackets
{
    /// <summary>Whoever names a new stream in each packet does not make a ladder of them all.</summary>
    private const int KindsMax = 200;

    /// <param name="capture">Null where none are kept.</param>
    public static IEnumerable<Rung> Of(PacketCapture? capture, LadderParty peer, TimeProvider real) =>
        (capture?.Read().Packets ?? [])
            .Select(packet => (Packet: packet, Summary: PacketSummary.Of(packet)))
            .Where(p => p.Summary is not null)
            .GroupBy(p => (p.Packet.IsIncoming, p.Summary, p.Packet.Remote))
            .Take(KindsMax)
            .Select(alike => RungOf(alike.Key.Summary!, [.. alike.Select(p => p.Packet)], peer, real));

    private static Rung RungOf(PacketSummary summary, List<CapturedPacket> alike, LadderParty peer, TimeProvider real)
    {
        var first = alike[0];
        var (from, to) = first.IsIncoming ? (peer, LadderParty.Gateway) : (LadderParty.Gateway, peer);
        var lasted = real.GetElapsedTime(first.Timestamp, alike[^1].Timestamp).TotalSeconds;
        return new Rung(first.Timestamp, from, to, ProtocolOf(summary.Protocol), summary.Label)
        {
            Detail = alike.Count == 1
                ? $"udp {first.Remote}"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"udp {first.Remote}, {alike.Count} times, the last after {lasted:0.0} s"),
        };
    }

    private static LadderProtocol ProtocolOf(PacketProtocol protocol) => protocol switch
    {
        PacketProtocol.Ice => LadderProtocol.Ice,
        PacketProtocol.Dtls => LadderProtocol.Dtls,
        PacketProtocol.Rtp => LadderProtocol.Rtp,
        PacketProtocol.Rtcp => LadderProtocol.Rtcp,
    };
}
