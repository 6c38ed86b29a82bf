using CecSim.Telephony.WebRtc.Ice;
using CecSim.Telephony.WebRtc.Stun;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// One side of ICE for one call: both sides answer checks, keep to the pair that is nominated, and end with the other's
/// consent. Which of them looks for the pair is the side's own part.
/// </summary>
internal abstract class IceAgent(TimeSpan consentLife, RtcInputs inputs)
{
    private long _consentGivenAt;

    public IceCredentials Credentials { get; protected set; } = IceCredentials.New(inputs.Random);

    public IceState State { get; private set; } = IceState.Waiting;

    /// <summary>Where to send; null until there is a pair.</summary>
    public SocketAddress? Remote { get; private set; }

    public IPEndPoint? RemoteEndPoint { get; private set; }

    /// <summary>This side's end of the pair: media go out by it.</summary>
    public IPacketPort? Port { get; private set; }

    protected RtcInputs Inputs => inputs;

    /// <summary>Whether what comes from there, and is no check, is the peer's.</summary>
    public abstract bool Accepts(SocketAddress from);

    /// <summary>
    /// Answers a check. False when it is not this call's, or not signed with its password: then nothing is sent.
    /// </summary>
    public bool Answer(in StunMessage check, SocketAddress from, IPacketPort port)
    {
        if (State == IceState.ConsentLost
            || OwnNamed(ConnectivityCheck.FragmentOf(check)) is not { } own
            || !check.IsSignedWith(own.Key))
        {
            return false;
        }

        Span<byte> buffer = stackalloc byte[ConnectivityCheck.AnswerLengthMax];
        if (!check.UnknownAttributes.IsEmpty)
        {
            port.Send(ConnectivityCheck.RefuseUnknown(buffer, check, own), from);
            return true;
        }

        var endPoint = EndPointOf(from);
        Checked(check, own, from, endPoint, port);
        port.Send(ConnectivityCheck.Answer(buffer, check, endPoint, own), from);
        return true;
    }

    /// <summary>Names of this side that hold.</summary>
    public virtual IReadOnlyList<string> Names => [Credentials.Fragment];

    /// <summary>Takes what the peer's description says of its side.</summary>
    public virtual void Expect(IceCredentials peer, bool isAnswer)
    {
    }

    /// <summary>Takes the answer to a check of this side's own.</summary>
    public abstract void TakeAnswer(in StunMessage answer, SocketAddress from);

    /// <summary>Sends what is due. True in the moment in which consent expires: RFC 7675 section 5.1.</summary>
    public bool Tick()
    {
        if (State == IceState.Connected && inputs.Clock.GetElapsedTime(_consentGivenAt) >= consentLife)
        {
            State = IceState.ConsentLost;
            return true;
        }

        SendDue();
        return false;
    }

    /// <summary>A port gives the same object for each packet; what is kept is a copy.</summary>
    public static SocketAddress Copy(SocketAddress address)
    {
        var copy = new SocketAddress(address.Family, address.Size);
        address.Buffer.Span[..address.Size].CopyTo(copy.Buffer.Span);
        return copy;
    }

    /// <summary>The credentials of that name, if they still hold.</summary>
    protected virtual IceCredentials? OwnNamed(string fragment) =>
        fragment == Credentials.Fragment ? Credentials : null;

    /// <summary>A check of the peer is good, and about to be answered.</summary>
    protected abstract void Checked(
        in StunMessage check, IceCredentials own, SocketAddress from, IPEndPoint fromEndPoint, IPacketPort port);

    protected abstract void SendDue();

    /// <summary>The peer has just shown that it wants to be sent to.</summary>
    protected void ConsentIsGiven()
    {
        State = IceState.Connected;
        _consentGivenAt = inputs.Clock.GetTimestamp();
    }

    /// <param name="remote">Nobody else's to write to.</param>
    protected void Use(SocketAddress remote, IPEndPoint remoteEndPoint, IPacketPort port) =>
        (Remote, RemoteEndPoint, Port) = (remote, remoteEndPoint, port);

    public static IPEndPoint EndPointOf(SocketAddress address) =>
        (IPEndPoint)new IPEndPoint(address.Family == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? IPAddress.IPv6Any
            : IPAddress.Any, 0).Create(address);
}
