using CecSim.Telephony.WebRtc.Transport;

namespace CecSim.Telephony.Capture;

/// <summary>
/// What passed of one call's media. Filled under the lock of its call; read at any time, also after its end.
/// </summary>
public sealed class PacketCapture
{
    // As much of RTP and of RTCP as is never sealed.
    private const int HeaderLength = 8;

    private readonly PacketCaptures _all;
    private readonly Dictionary<IPacketPort, CapturedPort> _ports = [];
    private byte[]? _sealing;
    private CapturedPacket? _received;

    internal PacketCapture(PacketCaptures all) => _all = all;

    internal Queue<CapturedPacket> Packets { get; } = [];

    /// <summary>The first of those that are no RTP: how the call began is not dropped for how it went on.</summary>
    internal List<CapturedPacket> Beginning { get; } = [];

    internal List<string> KeyLog { get; } = [];

    internal long BytesCount { get; set; }

    internal long DroppedCount { get; set; }

    /// <summary>What there is of it by now.</summary>
    public CapturedPackets Read() => _all.Read(this);

    /// <summary>The same port, with what goes out by it taken down.</summary>
    internal IPacketPort Over(IPacketPort port)
    {
        if (port is CapturedPort)
        {
            return port;
        }

        if (!_ports.TryGetValue(port, out var known))
        {
            _ports.Add(port, known = new CapturedPort(port, this));
        }

        return known;
    }

    /// <summary>A packet that came, as it came.</summary>
    internal void Received(ReadOnlySpan<byte> packet, SocketAddress from, IPacketPort port)
    {
        _received = new CapturedPacket(
            _all.Now, IsIncoming: true, port.Local, IceAgent.EndPointOf(from), packet.ToArray());
        _all.Add(this, _received);
    }

    /// <summary>What the packet that came last says to those who have its key.</summary>
    internal void Opened(ReadOnlySpan<byte> plain)
    {
        if (plain.Length > 0)
        {
            _received?.Plain = plain.ToArray();
        }
    }

    /// <summary>What the packet that goes out next says to those who have its key.</summary>
    internal void Seals(ReadOnlySpan<byte> plain) => _sealing = plain.ToArray();

    internal void Sent(ReadOnlySpan<byte> packet, SocketAddress to, IPacketPort port)
    {
        // A header goes out as it is: what was to be sealed and was not must not pass for another packet.
        var isSealed = _sealing is { Length: >= HeaderLength } plain
            && packet.StartsWith(plain.AsSpan(0, HeaderLength));
        _all.Add(
            this,
            new CapturedPacket(_all.Now, IsIncoming: false, port.Local, IceAgent.EndPointOf(to), packet.ToArray())
            {
                Plain = isSealed ? _sealing : default(ReadOnlyMemory<byte>),
            });
        _sealing = null;
    }

    /// <summary>A line of the key log that Wireshark reads.</summary>
    internal void NoteKeys(string keyLogLine) => _all.Add(this, keyLogLine);
}

/// <summary>What there is of a call's media.</summary>
/// <param name="Packets">In the order in which they passed.</param>
/// <param name="KeyLog">The secrets of its DTLS, line by line as NSS writes them.</param>
/// <param name="DroppedCount">How many packets were forgotten to stay within the limits.</param>
public sealed record CapturedPackets(
    IReadOnlyList<CapturedPacket> Packets, IReadOnlyList<string> KeyLog, long DroppedCount);

/// <summary>A datagram of a call's media as it passed.</summary>
/// <param name="Timestamp">When, as the gateway's <see cref="TimeProvider"/> counts.</param>
/// <param name="IsIncoming">Whether it came from the peer.</param>
/// <param name="Local">Where the gateway has it from or sent it by.</param>
/// <param name="Remote">The peer.</param>
/// <param name="Bytes">What was in the datagram.</param>
public sealed record CapturedPacket(
    long Timestamp, bool IsIncoming, IPEndPoint Local, IPEndPoint Remote, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The RTP or RTCP that it had sealed; empty where nothing was, or it could not be opened.</summary>
    public ReadOnlyMemory<byte> Plain { get; internal set; }

    /// <summary>Whether it is RTP or RTCP, and neither ICE nor DTLS: RFC 7983 section 7.</summary>
    internal bool IsRtp => Bytes.Length > 0 && Bytes.Span[0] is >= 128 and <= 191;

    /// <summary>What it takes of the limits, whether it turns out to be sealed or not.</summary>
    internal long Cost => 2L * Bytes.Length;
}
