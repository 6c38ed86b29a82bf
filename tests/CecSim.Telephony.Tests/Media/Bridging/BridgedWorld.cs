using CecSim.Telephony.Calling;
using CecSim.Telephony.WebRtc;

namespace CecSim.Telephony.Tests.Media.Bridging;

/// <summary>
/// A gateway, whole but for sockets, and the parties of its calls with an emulated network between them. Time is
/// virtual, and all chance is of one seed.
/// </summary>
internal sealed class BridgedWorld : IDisposable
{
    private static readonly TimeSpan TickEvery = TimeSpan.FromMilliseconds(20);
    private static readonly IPAddress GatewayAddress = IPAddress.Parse("192.0.2.2");

    private readonly PriorityQueue<OnTheWay, (TimeSpan Due, int Order)> _onTheWay = new();
    private readonly Dictionary<IPEndPoint, EmulatedPort> _ports = [];
    private readonly List<EmulatedLeg> _legs = [];
    private readonly byte[] _buffer = new byte[2048];
    private readonly EmulatedPort _gatewayPort;
    private TimeSpan _nextTick;
    private int _order;
    private int _addresses;

    public BridgedWorld(
        int seed = 1, double loss = 0, int delayMs = 5, int jitterMs = 0, MediaSettings? settings = null)
    {
        Network = new Network(
            seed, loss, TimeSpan.FromMilliseconds(delayMs), TimeSpan.FromMilliseconds(jitterMs), losesReports: false);
        Inputs = new RtcInputs(Time, new SeededRandomSource(seed));
        Identity = Inputs.Random.NewIdentity(Time);
        Phones = new EmulatedPhonePorts(this, GatewayAddress);
        _gatewayPort = NewPort(new IPEndPoint(GatewayAddress, 5090));
        Gateway = new GatewayCore(
            settings ?? new MediaSettings(), [_gatewayPort.Local], Identity, Inputs, Guard, phones: Phones);
        _gatewayPort.Handler = Gateway.Receive;
    }

    public ManualTime Time { get; } = new();

    public Guard Guard { get; } = new(new WriterLog(Console.Error));

    public RtcInputs Inputs { get; }

    public DtlsIdentity Identity { get; }

    public Network Network { get; }

    public EmulatedPhonePorts Phones { get; }

    public GatewayCore Gateway { get; }

    public TimeSpan Now { get; private set; }

    /// <summary>A party that the network has not seen: a browser's address, or a phone's.</summary>
    public IPAddress NewAddress() => new([198, 51, 100, (byte)++_addresses]);

    public EmulatedPort NewPort(IPEndPoint local) => _ports[local] = new EmulatedPort(this, local);

    public void Close(EmulatedPort port) => _ports.Remove(port.Local);

    public void Add(EmulatedLeg leg) => _legs.Add(leg);

    public void Send(EmulatedPort by, ReadOnlySpan<byte> packet, SocketAddress to)
    {
        if (Network.Pass(packet) is { } late)
        {
            _onTheWay.Enqueue(new OnTheWay(packet.ToArray(), by.Address, EndPointOf(to)), (Now + late, _order++));
        }
    }

    public void Run(TimeSpan time)
    {
        for (var until = Now + time; Next() is var next && next <= until;)
        {
            Time.Leap(next - Now);
            Now = next;
            if (_onTheWay.TryPeek(out _, out var first) && first.Due <= Now)
            {
                Deliver(_onTheWay.Dequeue());
            }
            else
            {
                _nextTick += TickEvery;
                Gateway.Tick();
                _legs.ForEach(l => l.Tick());
            }
        }
    }

    public void Run(double seconds) => Run(TimeSpan.FromSeconds(seconds));

    public void Dispose()
    {
        foreach (var call in Gateway.Calls.ToList())
        {
            call.Close();
        }

        _legs.ForEach(l => l.Dispose());
        Identity.Dispose();
    }

    private TimeSpan Next() =>
        _onTheWay.TryPeek(out _, out var first) && first.Due <= _nextTick ? first.Due : _nextTick;

    private void Deliver(OnTheWay sent)
    {
        if (_ports.TryGetValue(sent.To, out var port) && port.Handler is { } handler)
        {
            sent.Packet.CopyTo(_buffer, 0);
            handler(_buffer, sent.Packet.Length, sent.From, port);
        }
    }

    private static IPEndPoint EndPointOf(SocketAddress address) =>
        (IPEndPoint)new IPEndPoint(IPAddress.Any, 0).Create(address);

    private sealed record OnTheWay(byte[] Packet, SocketAddress From, IPEndPoint To);
}

internal sealed class EmulatedPort(BridgedWorld world, IPEndPoint local) : IPacketPort
{
    public IPEndPoint Local => local;

    public SocketAddress Address { get; } = local.Serialize();

    public PacketHandler? Handler { get; set; }

    public void Send(ReadOnlySpan<byte> packet, SocketAddress to) => world.Send(this, packet, to);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>Pairs of ports of one machine of the emulated network.</summary>
internal sealed class EmulatedPhonePorts(BridgedWorld world, IPAddress address) : IPhonePorts
{
    private const int First = 20_000;

    private int _last = First - 2;

    public int Open { get; private set; }

    public int PairsMax { get; set; } = int.MaxValue;

    public IPortPair? TryOpen(IPAddress? peer)
    {
        if (Open >= PairsMax)
        {
            return null;
        }

        Open++;
        _last += 2;
        return new Pair(
            this, world.NewPort(new IPEndPoint(address, _last)), world.NewPort(new IPEndPoint(address, _last + 1)));
    }

    private sealed class Pair(EmulatedPhonePorts owner, EmulatedPort rtp, EmulatedPort rtcp) : IPortPair
    {
        private bool _isGivenBack;

        public IPacketPort Rtp => rtp;

        public IPacketPort Rtcp => rtcp;

        public IPEndPoint Advertised => rtp.Local;

        public void Start(PacketHandler handler, Action<Failure> fail) =>
            rtp.Handler = rtcp.Handler = handler;

        public void GiveBack()
        {
            if (!_isGivenBack)
            {
                _isGivenBack = true;
                owner.Open--;
                owner.Close(rtp);
                owner.Close(rtcp);
            }
        }
    }

    private void Close(EmulatedPort port) => world.Close(port);
}
