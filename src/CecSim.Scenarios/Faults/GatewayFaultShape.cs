namespace CecSim.Scenarios.Faults;

/// <summary>
/// What goes wrong with an INVITE: at <c>invite</c> a client's, at <c>phone</c> that to an agent's phone.
/// </summary>
internal static class GatewayFaultShape
{
    private static readonly ObjectShape<SipStatus> Status =
        new ObjectShape<SipStatus>(new SipStatus(300))
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

    public static UnionShape<Fault> WithGatewayFaults(this UnionShape<Fault> faults) => faults
        .Key("sipStatus", "the INVITE is refused with that status, as in sipStatus: 486.", Status)
        .Word(
            "pauseInvite",
            "a breakpoint: the INVITE stands until somebody lets it go, refuses it, or drops it.",
            new PauseInvite())
        .Word(
            "noAnswer",
            "180, and nothing more: it rings until the client cancels, or for five minutes of real time; a phone for " +
            "as long as a call may ring.",
            new NoAnswer())
        .Word("iceBlackhole", "the call is answered, and no connectivity check is.", new IceBlackhole())
        .Word(
            "dtlsFailure",
            "the DTLS handshake ends with the alert handshake_failure, and the call with a BYE.",
            new DtlsFailure())
        .Word("oneWayAudio", "the gateway hears the client, or the phone, and sends it no audio.", new OneWayAudio())
        .Key(
            "packetLoss",
            "that share of the RTP packets is lost, each way, drawn for each, as in packetLoss: 0.1.",
            new DoubleShape("a share", 0, 1),
            share => new PacketLoss(share),
            loss => loss.Share)
        .Key(
            "jitter",
            "RTP packets to the client, or the phone, come late by up to that real time, and in order, " +
            "as in jitter: 80ms.",
            new DurationShape("a delay", TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(10)),
            max => new Jitter(max),
            jitter => jitter.Max)
        .Key(
            "gatewayHangsUp",
            "so much space time after its answer the gateway sends BYE, and the click-to-call fails: 168105, " +
            "as in gatewayHangsUp: 5s.",
            DurationShape.UpToADay("a duration"),
            after => new GatewayHangsUp(after),
            hangUp => hangUp.After)
        .Key(
            "socketDrops",
            "so much space time after the answer the WebSocket, or TCP connection, breaks without a farewell, " +
            "as in socketDrops: 5s.",
            DurationShape.UpToADay("a duration"),
            after => new SocketDrops(after),
            drop => drop.After)
        .Word("busy", "the phone is engaged: 486, and it does not ring.", new Busy())
        .Key(
            "lateRinging",
            "that the phone rings is told so much space time late, as in lateRinging: 5s.",
            DurationShape.UpToADay("a duration"),
            after => new LateRinging(after),
            ringing => ringing.After)
        .Word(
            "earlyMedia",
            "the phone is heard while it rings, as after 183: a customer who has media already hears the ringing tone.",
            new EarlyMedia())
        .Word("wrongCodec", "the phone answers with a codec that it was not offered, and is hung up.", new WrongCodec())
        .Word(
            "registrationLost",
            "the phone is gone, and with it all registrations of its account, until it registers again: 480.",
            new RegistrationLost());
}
