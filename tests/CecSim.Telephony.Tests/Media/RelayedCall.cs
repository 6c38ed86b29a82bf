using System.Net;
using CecSim.Telephony.Media;
using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.Media.Lines;
using CecSim.Telephony.Tests.WebRtc;
using CecSim.Telephony.WebRtc.Dtls;
using CecSim.Telephony.WebRtc.Sdp;
using CecSim.Telephony.WebRtc.Transport;

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
    private readonly PriorityQueue<(byte[] Packet, LineTable To, Network By), (TimeSpan Due, int Order)> _onTheWay =
        new();

    private readonly CallDescription _description;
    private readonly string _offer;
    private TimeSpan _now;
    private int _steps;
    private int _sent;

    public RelayedCall(Network up, Network down)
    {
        (Up, Down) = (up, down);
        Caller = new LineTable(
            new LinePaths(new Path(p => Send(p, Gateway!, up)), trouble: null, _time), _time);
        Gateway = new LineTable(
            new LinePaths(new Path(p => Send(p, Caller, down)), trouble: null, _time), _time);
        using var identity = new DtlsIdentity(TimeProvider.System);
        _offer = new CallDescription([Nowhere], identity.Fingerprint).FirstOffer(IceCredentials.New(), Codecs);
        _description = new CallDescription([Nowhere], identity.Fingerprint);
        Describe(_offer);
    }

    public LineTable Caller { get; }

    public LineTable Gateway { get; }

    public Network Up { get; }

    public Network Down { get; }

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
            IceCredentials.New(), Gateway, Offer.Read(offer, Codecs, out _, out _)!, MediaSource.Echo, isClient: false);
        Caller.Apply(
            Offer.ReadAnswer(SdpDescription.Parse(answer, out _)!, Codecs, out _)!.Value.Offer,
            MediaDirection.SendReceive,
            MediaSource.Prompt);
    }

    private void Send(byte[] packet, LineTable to, Network by)
    {
        if (by.Pass(packet) is { } late)
        {
            _onTheWay.Enqueue((packet, to, by), (_now + late, _sent++));
        }
    }

    private void Deliver()
    {
        var buffer = new byte[2048];
        while (_onTheWay.TryPeek(out var next, out var when) && when.Due <= _now)
        {
            _onTheWay.Dequeue();
            next.Packet.CopyTo(buffer, 0);
            if (!Network.IsRtp(next.Packet))
            {
                next.To.ReceiveRtcp(next.Packet);
                continue;
            }

            var rate = Rtp.PayloadType(next.Packet) == 111 ? 48_000 : 90_000;
            next.By.Of(Rtp.SsrcOf(next.Packet)).Arrives(Rtp.Timestamp(next.Packet), _now.TotalSeconds * rate);
            next.To.ReceiveRtp(buffer, next.Packet.Length);
        }
    }

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
