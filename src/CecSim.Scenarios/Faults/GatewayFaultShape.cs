using CecSim.Scenarios.Shapes;
using CecSim.Simulation.Faults;

namespace CecSim.Scenarios.Faults;

/// <summary>What goes wrong at <c>invite</c>: the faults of the WebRTC gateway.</summary>
internal static class GatewayFaultShape
{
    private static readonly MapShape<SipStatus> Status =
        new MapShape<SipStatus>(new SipStatus(300))
            .Required(
                "code",
                "the status of SIP.",
                new NumberShape<int>("a SIP status", 300, 699),
                (s, code) => s with { Code = code },
                s => s.Code)
            .Optional(
                "reason",
                "the words beside it; SIP's own when absent.",
                new TextShape("a reason", 1, 100),
                (s, reason) => s with { Reason = reason },
                s => s.Reason)
            .OrJust("code");

    public static FormsShape<Fault> WithGatewayFaults(this FormsShape<Fault> faults) => faults
        .Key("sipStatus", "the INVITE is refused, as in sipStatus: 486.", Status)
        .Word("noAnswer", "it rings, and nobody answers.", new NoAnswer())
        .Word("iceBlackhole", "the call is answered, and ICE finds no way.", new IceBlackhole())
        .Word("dtlsFailure", "the DTLS handshake fails.", new DtlsFailure())
        .Word("oneWayAudio", "the gateway hears the client, and sends no audio.", new OneWayAudio())
        .Key(
            "packetLoss",
            "the share of RTP packets that are lost each way, as in packetLoss: 0.1.",
            new RealShape("a share", 0, 1),
            share => new PacketLoss(share),
            loss => loss.Share)
        .Key(
            "jitter",
            "by how much RTP packets to the client are late at most, as in jitter: 80ms.",
            new DurationShape("a delay", TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(10)),
            max => new Jitter(max),
            jitter => jitter.Max)
        .Key(
            "gatewayHangsUp",
            "how long after its answer the gateway hangs up, as in gatewayHangsUp: 5s.",
            DurationShape.UpToADay("a duration"),
            after => new GatewayHangsUp(after),
            hangUp => hangUp.After)
        .Key(
            "socketDrops",
            "how long after the answer the SIP connection breaks, as in socketDrops: 5s.",
            DurationShape.UpToADay("a duration"),
            after => new SocketDrops(after),
            drop => drop.After);
}
