using CecSim.Telephony.WebRtc.Stun;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// The lite side of ICE: it answers checks and sends to where the full side nominates. The candidates of the offer do
/// not matter, so neither do names that only mDNS resolves.
/// </summary>
internal sealed class IceLiteAgent(TimeSpan consentLife, RtcInputs inputs) : IceAgent(consentLife, inputs)
{
    private IceCredentials? _peer;

    /// <summary>Those before a restart, which hold until the peer uses the new ones: RFC 8445 section 9.</summary>
    public IceCredentials? Former { get; private set; }

    public override IReadOnlyList<string> Names =>
        Former is { } former ? [Credentials.Fragment, former.Fragment] : [Credentials.Fragment];

    /// <summary>An offer with other credentials restarts ICE: RFC 8839 section 4.4.1.1.1.</summary>
    public override void Expect(IceCredentials peer, bool isAnswer)
    {
        if (!isAnswer && _peer is not null && (peer.Fragment, peer.Password) != (_peer.Fragment, _peer.Password))
        {
            Former = Credentials;
            Credentials = IceCredentials.New(Inputs.Random);
        }

        _peer = peer;
    }

    /// <summary>A gateway has found the call by an address of its checks, so what comes is the call's.</summary>
    public override bool Accepts(SocketAddress from) => true;

    /// <summary>It asks nothing, so it is answered nothing.</summary>
    public override void TakeAnswer(in StunMessage answer, SocketAddress from)
    {
    }

    protected override IceCredentials? OwnNamed(string fragment) =>
        base.OwnNamed(fragment) ?? (fragment == Former?.Fragment ? Former : null);

    // Role conflicts cannot be: a lite agent is always controlled (RFC 8445 section 6.1.1).
    protected override void Checked(
        in StunMessage check, IceCredentials own, SocketAddress from, IPEndPoint fromEndPoint, IPacketPort port)
    {
        ConsentIsGiven();
        if (Remote is null || (check.UseCandidate && !(Remote.Equals(from) && Port == port)))
        {
            Use(Copy(from), fromEndPoint, port);
        }

        if (own == Credentials)
        {
            Former = null;
        }
    }

    protected override void SendDue()
    {
    }
}
