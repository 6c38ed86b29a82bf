using System.Net.Sockets;

namespace CecSim.Telephony.Sip.Flows;

/// <summary>The way back to where a datagram came from.</summary>
/// <param name="remote">As the socket has it.</param>
/// <param name="peers">Null where only this machine can send.</param>
internal sealed class SipUdpFlow(Socket socket, IPEndPoint remote, ISipReception reception, DatagramPeers? peers)
    : SipFlow(SipTransport.Udp, Plain(remote), reception.Trace)
{
    private const int DefaultPort = 5060;

    private IPEndPoint? _local;

    internal override bool IsOpen => true;

    public override IPEndPoint Local => _local ??= LocalAddress();

    internal override string LocalHost => Local.ToString();

    // RFC 3581, section 4; without rport the port of the Via counts (RFC 3261, section 18.2.2).
    internal override SipFlow ForAnswersTo(SipVia via) =>
        via.AsksForSourcePort || (via.Port ?? DefaultPort) == Remote!.Port
            ? this
            : new SipUdpFlow(socket, new IPEndPoint(remote.Address, via.Port ?? DefaultPort), reception, peers);

    internal override void Prove() => peers?.Prove(Remote!.Address);

    internal override int? AnswerBytesMax(int requestBytes) =>
        peers?.IsSeen(Remote!.Address) == false ? requestBytes : null;

    private protected override void Write(ReadOnlyMemory<byte> message)
    {
        if (peers?.TrySpend(Remote!.Address, message.Length) == false)
        {
            reception.Tally.Withheld(Remote);
            return;
        }

        try
        {
            socket.SendTo(message.Span, SocketFlags.None, remote);
        }
        catch (Exception lost) when (lost is SocketException or ObjectDisposedException)
        {
            // As good as lost on its way, which the timers of the transactions are made for.
            reception.Tally.Unsent(Remote, lost);
        }
    }

    // A socket bound to every address tells its own only when the routes are asked for the way to the peer.
    private IPEndPoint LocalAddress()
    {
        var bound = (IPEndPoint)socket.LocalEndPoint!;
        if (!bound.Address.Equals(IPAddress.Any) && !bound.Address.Equals(IPAddress.IPv6Any))
        {
            return bound;
        }

        using var probe = new Socket(Remote!.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        probe.Connect(Remote!);
        return new IPEndPoint(((IPEndPoint)probe.LocalEndPoint!).Address, bound.Port);
    }
}
