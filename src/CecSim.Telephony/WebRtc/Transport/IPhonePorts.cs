namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>Ports for the media of phones, which have some of their own for each call.</summary>
internal interface IPhonePorts
{
    /// <param name="peer">Who shall reach them; null for whoever.</param>
    /// <returns>Null when there are none left.</returns>
    IPortPair? TryOpen(IPAddress? peer);
}

/// <summary>An even port for RTP and the next for RTCP: RFC 3550 section 11.</summary>
internal interface IPortPair
{
    IPacketPort Rtp { get; }

    IPacketPort Rtcp { get; }

    /// <summary>What descriptions name, with the port of RTP.</summary>
    IPEndPoint Advertised { get; }

    /// <summary>Packets of both come from here on.</summary>
    /// <param name="fail">Whose packets they are.</param>
    void Start(PacketHandler handler, Action<Failure> fail);

    /// <summary>Nothing comes any more, and others may have them. Any thread may call it, more than once.</summary>
    void GiveBack();
}
