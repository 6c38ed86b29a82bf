namespace CecSim.Simulation.Faults;

/// <summary>
/// A fault of an INVITE: of a client's to the gateway, before anyone looks at what it calls, or of the gateway's to the
/// phone of an agent. What it does to the media lasts as long as the call.
/// </summary>
public abstract record InviteFault : Fault
{
    public override FaultPlace Place => FaultPlace.Invites;

    /// <param name="random">This strike's alone, and the same in every run of the seed.</param>
    public abstract void Strike(IInviteTarget target, SeededRandom random);
}

/// <summary>The INVITE is refused with that status of SIP.</summary>
/// <param name="Reason">Null for SIP's own words.</param>
public sealed record SipStatus(int Code, string? Reason = null) : InviteFault
{
    public override void Strike(IInviteTarget target, SeededRandom random) => target.Refuse(Code, Reason);
}

/// <summary>
/// 180, and then nothing: it rings until the client cancels, or for five minutes of real time; a phone for as long as a
/// call may ring.
/// </summary>
public sealed record NoAnswer : InviteFault
{
    public override void Strike(IInviteTarget target, SeededRandom random) => target.LetItRing();
}

/// <summary>The call is answered, and no packet of ICE ever is.</summary>
public sealed record IceBlackhole : InviteFault
{
    public override FaultPlace Place => FaultPlace.Gateway;

    public override void Strike(IInviteTarget target, SeededRandom random) => target.IgnoreChecks();
}

/// <summary>The gateway breaks the DTLS handshake off with a fatal alert, and then hangs up.</summary>
public sealed record DtlsFailure : InviteFault
{
    public override FaultPlace Place => FaultPlace.Gateway;

    public override void Strike(IInviteTarget target, SeededRandom random) => target.RefuseHandshake();
}

/// <summary>The gateway hears the client, or the phone, and sends it no audio.</summary>
public sealed record OneWayAudio : InviteFault
{
    public override void Strike(IInviteTarget target, SeededRandom random) => target.SendNoAudio();
}

/// <summary>Of the RTP packets each way that share is lost, drawn for each.</summary>
public sealed record PacketLoss(double Share) : InviteFault
{
    public override void Strike(IInviteTarget target, SeededRandom random) => target.LosePackets(Share, random);
}

/// <summary>
/// RTP packets to the client, or the phone, are late by anything up to this, in real time, and stay in order.
/// </summary>
public sealed record Jitter(TimeSpan Max) : InviteFault
{
    public override void Strike(IInviteTarget target, SeededRandom random) => target.DelayPackets(Max, random);
}

/// <summary>So long after its answer, in space time, the gateway hangs up and the call has failed.</summary>
public sealed record GatewayHangsUp(TimeSpan After) : InviteFault
{
    public override FaultPlace Place => FaultPlace.Gateway;

    public override void Strike(IInviteTarget target, SeededRandom random) => target.HangUpAfter(After);
}

/// <summary>So long after the answer, in space time, the connection of the SIP breaks without a farewell.</summary>
public sealed record SocketDrops(TimeSpan After) : InviteFault
{
    public override FaultPlace Place => FaultPlace.Gateway;

    public override void Strike(IInviteTarget target, SeededRandom random) => target.DropConnectionAfter(After);
}

/// <summary>The phone is engaged: 486, and it does not ring.</summary>
public sealed record Busy : InviteFault
{
    public override FaultPlace Place => FaultPlace.Phones;

    public override void Strike(IInviteTarget target, SeededRandom random) => target.Refuse(486, reason: null);
}

/// <summary>That the phone rings is told so much space time late.</summary>
public sealed record LateRinging(TimeSpan After) : InviteFault
{
    public override FaultPlace Place => FaultPlace.Phones;

    public override void Strike(IInviteTarget target, SeededRandom random) => target.RingLate(After);
}

/// <summary>The phone is heard before it is picked up: 183 with an answer, as from a network (RFC 3960).</summary>
public sealed record EarlyMedia : InviteFault
{
    public override FaultPlace Place => FaultPlace.Phones;

    public override void Strike(IInviteTarget target, SeededRandom random) => target.SendEarlyMedia();
}

/// <summary>The phone answers with a codec that it was not offered (against RFC 3264, section 6.1).</summary>
public sealed record WrongCodec : InviteFault
{
    public override FaultPlace Place => FaultPlace.Phones;

    public override void Strike(IInviteTarget target, SeededRandom random) => target.AnswerWithWrongCodec();
}

/// <summary>The phone is gone, and with it all registrations of its account: 480.</summary>
public sealed record RegistrationLost : InviteFault
{
    public override FaultPlace Place => FaultPlace.Phones;

    public override void Strike(IInviteTarget target, SeededRandom random) => target.LoseRegistrations();
}
