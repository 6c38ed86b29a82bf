using System.Diagnostics.Metrics;

namespace CecSim.Telephony.Tests.Media;

/// <summary>A caller's core and a gateway's that echoes, side by side with nothing in between.</summary>
internal sealed class ConnectedCores : IDisposable
{
    private static readonly HashSet<Codec> Codecs = [Codec.Opus];

    private readonly ManualTime _time;
    private readonly TelephonyMeter _meter;
    private readonly MeterListener _listener = new();
    private readonly DtlsIdentity _identity;
    private readonly GatewayCore _gateway;
    private readonly RtcCore _caller;
    private readonly PacketLink _up = new(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 1000));
    private readonly PacketLink _down = new(new IPEndPoint(IPAddress.Parse("192.0.2.2"), 5090));
    private readonly byte[] _buffer = new byte[2048];
    private long _measured;

    public ConnectedCores(ManualTime time)
    {
        _time = time;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == this)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, value, _, _) => _measured += value);
        _listener.Start();
        _meter = new TelephonyMeter(scope: this);
        var inputs = new RtcInputs(time, new SeededRandomSource(1));
        _identity = inputs.Random.NewIdentity(time);
        _gateway = new GatewayCore(
            new MediaSettings(), [_down.Local], _identity, inputs, new Guard(new WriterLog(Console.Error)), _meter);
        var ice = new ControllingAgent(_up, TimeSpan.FromSeconds(30), inputs);
        var setting = new TransportSetting(_identity, [.. DtlsPair.AllProfiles], new HandshakeQuota(1), inputs);
        _caller = new RtcCore(new RtcTransport(ice, setting, [_up.Local]), setting);
        var accepted = GatewayUnderTest.Accepted(
            _gateway.Accept(_caller.FirstOffer(Codecs), new MediaOptions()));
        var answer = SdpAnswer.Read(accepted.Sdp, Codecs, out _)!;
        Assert.True(_caller.TakeAnswer(answer.Description, answer.Offer, MediaSource.Tone));
        ice.Begin(answer.Offer.Secured.Ice, answer.Candidates);
        Carry();
        Assert.True(_caller.Transport.IsOpen);
    }

    public long Heard => _caller.Lines.Active.First().Report().PacketsIn;

    /// <summary>Somebody listens to the gateway's meter.</summary>
    public bool IsMeasured => _measured > 0;

    /// <summary>A frame later the caller sends the next packet, and has it back.</summary>
    public void SendAndEcho()
    {
        _time.Leap(TimeSpan.FromMilliseconds(20));
        _caller.Tick();
        Carry();
    }

    public void Dispose()
    {
        _caller.Dispose();
        foreach (var call in _gateway.Calls)
        {
            call.Close();
        }

        _identity.Dispose();
        _listener.Dispose();
        _meter.Dispose();
    }

    private void Carry()
    {
        while (_up.IsFull || _down.IsFull)
        {
            if (_up.IsFull)
            {
                _gateway.Receive(_buffer, _up.Take(_buffer), _up.Address, _down);
            }

            if (_down.IsFull)
            {
                var length = _down.Take(_buffer);
                _caller.Receive(_buffer, length, PacketKinds.Of(_buffer.AsSpan(0, length)), _down.Address, _up);
            }
        }
    }

    /// <summary>A handful of packets that wait, in buffers that are used again.</summary>
    private sealed class PacketLink(IPEndPoint local) : IPacketPort
    {
        private readonly (byte[] Bytes, int Length)[] _waiting =
            [.. Enumerable.Range(0, 8).Select(_ => (new byte[2048], 0))];

        private int _first;
        private int _next;

        public IPEndPoint Local => local;

        public SocketAddress Address { get; } = local.Serialize();

        public bool IsFull => _first != _next;

        public void Send(ReadOnlySpan<byte> packet, SocketAddress to)
        {
            ref var slot = ref _waiting[_next++ % _waiting.Length];
            packet.CopyTo(slot.Bytes);
            slot.Length = packet.Length;
        }

        public int Take(byte[] buffer)
        {
            var (bytes, length) = _waiting[_first++ % _waiting.Length];
            bytes.AsSpan(0, length).CopyTo(buffer);
            return length;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
