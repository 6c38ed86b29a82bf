using CecSim.Telephony.Calling;
using CecSim.Telephony.Calling.Media;

namespace CecSim.Telephony.Tests.Media;

/// <summary>
/// A gateway and a caller, whole but for SIP and sockets, with an emulated network between them. Time is virtual, and
/// all chance is of one seed: the same call can be had again to the byte.
/// </summary>
internal sealed class EmulatedCall : IDisposable
{
    private static readonly TimeSpan TickEvery = TimeSpan.FromMilliseconds(20);

    private readonly ManualTime _time = new();
    private readonly IncrementalHash _transcript = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly PriorityQueue<OnTheWay, (TimeSpan Due, int Order)> _onTheWay = new();
    private readonly Dictionary<(bool IsUp, int PayloadType), EmulatedStream> _streams = [];
    private readonly byte[] _buffer = new byte[2048];
    private readonly Guard _guard = new(new WriterLog(Console.Error));
    private readonly DtlsIdentity _gatewayIdentity;
    private readonly DtlsIdentity _callerIdentity;
    private readonly GatewayCore _gateway;
    private readonly Port _up;
    private readonly Port _down;
    private TimeSpan _callerTicks;

    // Two machines do not tick at the same moment.
    private TimeSpan _gatewayTicks = TimeSpan.FromMilliseconds(7);
    private int _order;

    /// <param name="meter">The gateway's.</param>
    public EmulatedCall(
        int seed, Network up, Network down, IReadOnlyList<Codec>? video = null, TelephonyMeter? meter = null)
    {
        var inputs = new RtcInputs(_time, new SeededRandomSource(seed));
        (_gatewayIdentity, _callerIdentity) = (inputs.Random.NewIdentity(_time), inputs.Random.NewIdentity(_time));
        _up = new Port(this, new IPEndPoint(IPAddress.Parse("192.0.2.1"), 1000), up);
        _down = new Port(this, new IPEndPoint(IPAddress.Parse("192.0.2.2"), 5090), down);
        _gateway = new GatewayCore(new MediaSettings(), [_down.Local], _gatewayIdentity, inputs, _guard, meter);
        Caller = new CallerMedia(PlanWith(video ?? []), _up, _callerIdentity, inputs);
        var answer = GatewayUnderTest.Accepted(_gateway.Accept(Caller.WriteOffer(), new MediaOptions()));
        Call = answer.Call;
        Assert.Null(Caller.Begin(answer.Sdp));
    }

    public MediaCall Call { get; }

    public CallerMedia Caller { get; }

    public TimeSpan Now { get; private set; }

    /// <summary>Nothing arrives any more.</summary>
    public bool IsCut { get; set; }

    public bool IsConnected => Call.Report().ConnectedAfter is not null && Caller.Report().ConnectedAfter is not null;

    /// <summary>All packets that were sent, when and which way: how many, and a hash of their bytes.</summary>
    public string Transcript => $"{_order} packets, {Convert.ToHexString(_transcript.GetCurrentHash())}";

    public IReadOnlyList<FailureKind> Failures => _guard.Failures;

    /// <summary>Of the caller's packets, or of the gateway's.</summary>
    public EmulatedStream Stream(bool isUp, int payloadType)
    {
        if (!_streams.TryGetValue((isUp, payloadType), out var stream))
        {
            _streams[(isUp, payloadType)] = stream = new EmulatedStream(payloadType >= 111 ? 48_000 : 90_000);
        }

        return stream;
    }

    public void Run(TimeSpan time) => RunUntil(() => false, time);

    /// <returns>Whether it came to be so within the time.</returns>
    public bool RunUntil(Func<bool> isSo, TimeSpan within)
    {
        var until = Now + within;
        while (!isSo())
        {
            var tick = _callerTicks < _gatewayTicks ? _callerTicks : _gatewayTicks;
            var isPacket = _onTheWay.TryPeek(out _, out var first) && first.Due <= tick;
            var next = isPacket ? first.Due : tick;
            if (next > until)
            {
                GoTo(until);
                return false;
            }

            GoTo(next);
            if (isPacket)
            {
                Deliver(_onTheWay.Dequeue());
            }
            else
            {
                Tick();
            }
        }

        return true;
    }

    /// <summary>Nobody sends media any more, and what is on its way arrives.</summary>
    public void Rest()
    {
        var answer = Assert.IsType<InviteDecision.Answer>(
            Caller.Reoffer(Call.WriteOffer(MediaDirection.Inactive)));
        Assert.Null(Call.TakeAnswer(answer.Sdp));
        Run(TimeSpan.FromSeconds(10));
    }

    public void Dispose()
    {
        Call.Close();
        Caller.Close();
        _gatewayIdentity.Dispose();
        _callerIdentity.Dispose();
        _transcript.Dispose();
    }

    private static CallPlan PlanWith(IReadOnlyList<Codec> video) => new()
    {
        Gateway = new Uri("ws://192.0.2.2/sip"),
        Domain = "cec.test",
        Number = "1000",
        Caller = "anna",
        AudioCodecs = [Codec.Opus],
        VideoCodecs = video,
    };

    private void GoTo(TimeSpan moment)
    {
        _time.Leap(moment - Now);
        Now = moment;
    }

    private void Tick()
    {
        if (_callerTicks == Now)
        {
            _callerTicks += TickEvery;
            Caller.Tick();
        }
        else
        {
            _gatewayTicks += TickEvery;
            _gateway.Tick();
        }
    }

    private void Send(Port by, ReadOnlySpan<byte> packet)
    {
        Span<byte> head = stackalloc byte[9];
        BinaryPrimitives.WriteInt64BigEndian(head, Now.Ticks);
        head[8] = (byte)(by == _up ? 1 : 0);
        _transcript.AppendData(head);
        _transcript.AppendData(packet);
        _order++;

        var isRtp = Network.IsRtp(packet);
        var place = isRtp ? Stream(by == _up, packet[1] & 0x7F).Sends() : 0;
        var sent = new OnTheWay(packet.ToArray(), by, place);
        if (by.Network.Pass(packet) is { } late && !IsCut)
        {
            _onTheWay.Enqueue(sent, (Now + late, _order));
            if (by.Network.PassAgain() is { } later)
            {
                _onTheWay.Enqueue(sent, (Now + later, _order));
            }
        }
    }

    private void Deliver(OnTheWay sent)
    {
        var isUp = sent.By == _up;
        sent.Packet.CopyTo(_buffer, 0);
        if (Network.IsRtp(sent.Packet) && (isUp ? Call.Report() : Caller.Report()).ConnectedAfter is not null)
        {
            Stream(isUp, Rtp.PayloadType(sent.Packet)).Arrives(sent.Place, Rtp.Timestamp(sent.Packet), Now);
        }

        if (isUp)
        {
            _gateway.Receive(_buffer, sent.Packet.Length, _up.Address, _down);
        }
        else
        {
            Caller.Receive(_buffer, sent.Packet.Length, _down.Address, _up);
        }
    }

    /// <param name="Place">Among the packets of its stream.</param>
    private sealed record OnTheWay(byte[] Packet, Port By, int Place);

    private sealed class Port(EmulatedCall call, IPEndPoint local, Network network) : IPacketPort
    {
        public IPEndPoint Local => local;

        public SocketAddress Address { get; } = local.Serialize();

        public Network Network => network;

        public void Send(ReadOnlySpan<byte> packet, SocketAddress to) => call.Send(this, packet);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
