using System.Buffers.Binary;
using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.LoadTests.Relays;

/// <summary>
/// One side of all calls: one socket, from which each call sends to ports of the relay that are its own.
/// </summary>
internal sealed class RelayedSide : IDisposable
{
    private const int HeaderLength = 12;
    private const int PacketMax = 1500;
    private const int SocketBufferLength = 32 << 20;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp)
    {
        ReceiveBufferSize = SocketBufferLength,
        SendBufferSize = SocketBufferLength,
    };

    private readonly RelayedCodec _codec;
    private readonly List<Leg> _legs = [];
    private readonly byte[] _packet = new byte[PacketMax];
    private long _receivedCount;

    public RelayedSide(RelayedCodec codec)
    {
        _codec = codec;
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
    }

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public long SentCount { get; private set; }

    public long ReceivedCount => Interlocked.Read(ref _receivedCount);

    /// <summary>What a call says of this side.</summary>
    public string Describe(SdesLine? key) => string.Concat(
        "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n",
        $"m=audio {Port} RTP/{(key is null ? "AVP" : "SAVP")} {_codec.PayloadType}\r\n",
        $"a=rtpmap:{_codec.Format}\r\na=ptime:20\r\n",
        key is null ? "" : $"a=crypto:{key}\r\n");

    /// <param name="sdp">What the relay says of its side, with the port to send to.</param>
    public void Add(string sdp, SdesLine? key)
    {
        var words = sdp.Split('\n').First(l => l.StartsWith("m=audio ", StringComparison.Ordinal)).Split(' ');
        var port = int.Parse(words[1], CultureInfo.InvariantCulture);
        _legs.Add(new Leg(
            new IPEndPoint(IPAddress.Loopback, port).Serialize(),
            key is null ? null : new SrtpSender(key.Profile, key.Key, key.Salt),
            (uint)_legs.Count + 1));
    }

    /// <summary>Sends the next packet of a call.</summary>
    public void Send(int call)
    {
        var leg = _legs[call];
        var payload = _codec.Payloads[leg.Sequence % _codec.Payloads.Length];
        _packet[0] = 0x80;
        _packet[1] = _codec.PayloadType;
        BinaryPrimitives.WriteUInt16BigEndian(_packet.AsSpan(2), ++leg.Sequence);
        BinaryPrimitives.WriteUInt32BigEndian(_packet.AsSpan(4), leg.Timestamp += _codec.UnitsPerPacket);
        BinaryPrimitives.WriteUInt32BigEndian(_packet.AsSpan(8), leg.Ssrc);
        payload.CopyTo(_packet, HeaderLength);
        var length = HeaderLength + payload.Length;
        length = leg.Sealing?.Protect(_packet, length) ?? length;
        _socket.SendTo(_packet.AsSpan(0, length), SocketFlags.None, leg.Relay);
        SentCount++;
    }

    /// <summary>Counts what comes until the side is disposed.</summary>
    public async Task ReceiveAsync()
    {
        // It waits without the pool, whose waits cost more than the packets.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var (packet, from) = (new byte[PacketMax], new SocketAddress(AddressFamily.InterNetwork));
        try
        {
            while (true)
            {
                var length = _socket.ReceiveFrom(packet, SocketFlags.None, from);

                // Reports have types from 192 to 223: RFC 5761 section 4.
                if (length > HeaderLength && packet[1] is < 192 or > 223)
                {
                    Interlocked.Increment(ref _receivedCount);
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _legs.ForEach(l => l.Sealing?.Dispose());
    }

    private sealed class Leg(SocketAddress relay, SrtpSender? sealing, uint ssrc)
    {
        public SocketAddress Relay => relay;

        public SrtpSender? Sealing => sealing;

        public uint Ssrc => ssrc;

        public ushort Sequence { get; set; }

        public uint Timestamp { get; set; }
    }
}
