namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// One of the two ports of an RTP session, who is at its other end, and the handshake that is made there: RFC 5763
/// section 5 has one for RTP and, where it has a port of its own, one for RTCP. Not for two threads at once.
/// </summary>
internal sealed class RtpComponent : IDisposable
{
    private SocketAddress? _handshakeWith;

    /// <param name="handshakes">What they need; null for a session without any.</param>
    public RtpComponent(IPacketPort port, TransportSetting? handshakes)
    {
        Port = port;
        Dtls = handshakes is null ? null : new DtlsAssociation(handshakes, SendDtls);
    }

    public IPacketPort Port { get; }

    public PeerLatch Latch { get; } = new();

    public DtlsAssociation? Dtls { get; }

    public void Send(ReadOnlySpan<byte> packet) => Port.Send(packet, Latch.Remote!);

    /// <summary>Takes a packet of a handshake; false for one of somebody else.</summary>
    public bool ReceiveDtls(ReadOnlySpan<byte> datagram, SocketAddress from)
    {
        if (Dtls is null || !Latch.Allows(from))
        {
            return false;
        }

        if (Dtls.HasBegun && !from.Equals(_handshakeWith) && !Dtls.IsRenewedBy(datagram))
        {
            // Nobody has shown who it is before the end of a handshake, so another may try too.
            if (Dtls.IsClient || Dtls.State != DtlsState.Handshaking || !DtlsRecord.BeginsHandshake(datagram))
            {
                return false;
            }

            Dtls.Forget();
        }

        if (!from.Equals(_handshakeWith))
        {
            _handshakeWith = IceAgent.Copy(from);
        }

        Dtls.Receive(datagram);
        if (Dtls.State == DtlsState.Connected)
        {
            Latch.Take(from);
        }

        return true;
    }

    /// <summary>Takes what a description says.</summary>
    /// <param name="described">Where the peer is; null for nowhere.</param>
    /// <param name="moves">It was elsewhere before, which wants another handshake: RFC 5763 section 6.6.</param>
    public void Expect(AddressedPath peer, IPEndPoint? described, bool moves)
    {
        Latch.Expect(described);
        if (Dtls is not null && peer.Fingerprints is { } fingerprints)
        {
            Dtls.Expect(fingerprints, Dtls.IsClientFor(peer.Setup));
            if (moves)
            {
                Dtls.Renew();
            }
        }
    }

    public void Tick()
    {
        if (Dtls is not null)
        {
            if (Dtls is { IsClient: true, HasBegun: false } && Latch.Remote is { } remote)
            {
                _handshakeWith = remote;
                Dtls.BeginAsClient();
            }

            Dtls.Tick();
        }
    }

    /// <summary>Tells the peer, where there is a handshake to end.</summary>
    public void Close()
    {
        Dtls?.Close();
        Dtls?.LeaveHalfOpen();
    }

    public void Dispose() => Dtls?.Dispose();

    private void SendDtls(ReadOnlySpan<byte> packet) => Port.Send(packet, _handshakeWith!);
}
