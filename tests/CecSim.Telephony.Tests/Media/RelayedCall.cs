using CecSim.Telephony.Media.Lines;

namespace CecSim.Telephony.Tests.Media;

/// <summary>
/// The lines of a caller, which plays, and of a gateway, which echoes, with a network between them. Neither sockets nor
/// time are real: an hour takes seconds, and takes the same ones again.
/// </summary>
internal sealed class RelayedCall
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(2);
    private static readonly HashSet<Codec> Codecs = [Codec.Opus, Codec.Vp8];
    private static readonly IPEndPoint Nowhere = new(IPAddress.Loopback, 9);

    private readonly ManualTime _time = new();
    private readonly PriorityQueue<OnTheWay, (TimeSpan Due, int Order)> _onTheWay = new();

    private readonly CallDescription _description;
    private readonly SecuredTransport _own;
    private readonly string _offer;
    private readonly IncrementalHash _transcript = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private TimeSpan _now;
    private int _steps;
    private int _sent;

    public RelayedCall(Network up, Network down)
    {
        (Up, Down) = (up, down);
        var inputs = new RtcInputs(_time, new SeededRandomSource(1));
        Caller = new MediaSections(
            new LinePaths(new Path(p => Send(p, Gateway!, up)), trouble: null, _time), inputs);
        Gateway = new MediaSections(
            new LinePaths(new Path(p => Send(p, Caller, down)), trouble: null, _time), inputs);
        using var identity = inputs.Random.NewIdentity(_time);
        _own = new SecuredTransport(
            [Nowhere], IceCredentials.New(inputs.Random), identity.Fingerprint, DtlsSetup.Passive, IsLite: true);
        _offer = new CallDescription(inputs.Random).FirstOffer(_own with { Setup = DtlsSetup.ActPass }, Codecs);
        _description = new CallDescription(inputs.Random);
        Describe(_offer);
    }

    public MediaSections Caller { get; }

    public MediaSections Gateway { get; }

    public Network Up { get; }

    public Network Down { get; }

    /// <summary>What RTCP says on the way up. A network sees it encrypted; between these two it is not.</summary>
    public RtcpCount UpReports { get; } = new();

    public RtcpCount DownReports { get; } = new();

    /// <summary>All packets that were sent, and when: how many, and a hash of their bytes.</summary>
    public string Transcript => $"{_sent} packets, {Convert.ToHexString(_transcript.GetCurrentHash())}";

    /// <summary>Lets the call go on for so long.</summary>
    public void Run(TimeSpan time)
    {
        for (var until = _now + time; _now < until; _steps++)
        {
            _now += Step;
            _time.Leap(Step);
            Deliver();

            // Both tick every 20 ms, and not at the same moment.
            if (_steps % 10 == 0)
            {
                Caller.Tick();
            }
            else if (_steps % 10 == 3)
            {
                Gateway.Tick();
            }
        }
    }

    /// <summary>Nobody sends media any more; reports go on until both sides know what became of all.</summary>
    public void Rest()
    {
        Describe(_offer.Replace("a=sendrecv", "a=inactive", StringComparison.Ordinal));
        Run(TimeSpan.FromSeconds(10));
    }

    private void Describe(string offer)
    {
        var answer = _description.Answer(
            _own, Gateway, Offer.Read(offer, Codecs, out _, out _)!, MediaSource.Echo);
        Caller.Apply(
            Offer.ReadAnswer(SdpDescription.Parse(answer, out _)!, OfferWishes.OfBrowsers(Codecs), out _)!.Value.Offer,
            MediaDirection.SendReceive,
            MediaSource.Prompt);
    }

    private void Send(byte[] packet, MediaSections to, Network by)
    {
        _transcript.AppendData(BitConverter.GetBytes(_now.Ticks));
        _transcript.AppendData(packet);
        _sent++;
        if (!Network.IsRtp(packet))
        {
            ReportsBy(by).Sent(packet);
        }

        if (by.Pass(packet) is { } late)
        {
            _onTheWay.Enqueue(new OnTheWay(packet, to, by, _now), (_now + late, _sent));
        }
    }

    private RtcpCount ReportsBy(Network network) => network == Up ? UpReports : DownReports;

    private void Deliver()
    {
        var buffer = new byte[2048];
        while (_onTheWay.TryPeek(out var next, out var when) && when.Due <= _now)
        {
            _onTheWay.Dequeue();
            next.Packet.CopyTo(buffer, 0);
            if (!Network.IsRtp(next.Packet))
            {
                ReportsBy(next.By).Arrives(next.Packet, _now - next.SentAt);
                next.To.ReceiveRtcp(next.Packet);
                continue;
            }

            var rate = Rtp.PayloadType(next.Packet) == 111 ? 48_000 : 90_000;
            next.By.Of(Rtp.SsrcOf(next.Packet)).Arrives(Rtp.Timestamp(next.Packet), _now.TotalSeconds * rate);
            next.To.ReceiveRtp(buffer, next.Packet.Length);
        }
    }

    private sealed record OnTheWay(byte[] Packet, MediaSections To, Network By, TimeSpan SentAt);

    private sealed class Path(Action<byte[]> send) : IMediaPath
    {
        public bool IsOpen => true;

        public int SendRtp(Span<byte> buffer, int length)
        {
            send(buffer[..length].ToArray());
            return length;
        }

        public void SendRtcp(Span<byte> buffer, int length) => send(buffer[..length].ToArray());
    }
}
