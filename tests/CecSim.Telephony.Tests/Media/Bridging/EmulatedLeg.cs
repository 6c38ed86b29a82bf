using CecSim.Telephony.Media.Bridging;
using CecSim.Telephony.Media.Dtmf;
using CecSim.Telephony.Media.Lines;
using CecSim.Telephony.Media.Rtcp;
using CecSim.Telephony.Media.Transcoding;
using CecSim.Telephony.Tests.WebRtc.Answering;

namespace CecSim.Telephony.Tests.Media.Bridging;

/// <summary>A party of a call: it plays a tone of its own pitch, and keeps what it hears.</summary>
internal sealed partial class EmulatedLeg : IDisposable
{
    private const int FrameMs = 20;
    private const int SampleRate = 8_000;

    private readonly ForwardQueue _heard = new() { IsWanted = true };
    private readonly Dictionary<Codec, SoundDecoder> _decoders = [];
    private readonly short[] _samples = new short[SampleRate];
    private readonly RtcCore _core;
    private readonly HashSet<Codec> _codecs;
    private readonly ControllingAgent? _ice;
    private SoundEncoder? _encoder;
    private uint _timestamp = 1000;
    private ushort _sequence;
    private long _sample;

    private EmulatedLeg(
        BridgedWorld world,
        MediaTransport transport,
        TransportSetting setting,
        IReadOnlyList<Codec> codecs,
        ControllingAgent? ice = null)
    {
        World = world;
        Codecs = codecs;
        _codecs = [.. codecs];
        _ice = ice;
        _core = new RtcCore(transport, setting);
        _core.Lines.Join(_heard, MediaSource.Peer);
        world.Add(this);
    }

    public BridgedWorld World { get; }

    public IReadOnlyList<Codec> Codecs { get; }

    /// <summary>In Hz; null for a party that sends nothing.</summary>
    public double? Pitch { get; set; }

    public uint Ssrc { get; set; } = 0x1234;

    public List<HeardPacket> Heard { get; } = [];

    public EmulatedPort Port { get; private init; } = null!;

    public MediaReport Report => _core.Report(MediaSource.Peer);

    public LineReport Line => Report.Lines[0];

    public Codec? Codec => _core.Lines.CodecOf(MediaKind.Audio);

    /// <summary>A browser: ICE, DTLS-SRTP, all on one port.</summary>
    public static EmulatedLeg Browser(BridgedWorld world, params IReadOnlyList<Codec> codecs)
    {
        var port = world.NewPort(new IPEndPoint(world.NewAddress(), 1000));
        var setting = Setting(world);
        var ice = new ControllingAgent(port, TimeSpan.FromSeconds(30), world.Inputs);
        var leg = new EmulatedLeg(world, new RtcTransport(ice, setting, [port.Local]), setting, codecs, ice)
        {
            Port = port,
        };
        port.Handler = leg.Receive;
        return leg;
    }

    /// <summary>A desk phone: RTP to an address.</summary>
    public static EmulatedLeg Phone(
        BridgedWorld world, MediaSecurity security = MediaSecurity.Plain, params IReadOnlyList<Codec> codecs)
    {
        var ports = new EmulatedPhonePorts(world, world.NewAddress());
        var setting = Setting(world);
        var transport = new RtpTransport(security, () => ports.TryOpen(null), setting);
        Assert.True(transport.TryOpen(codecs.Select(c => c.Kind())));
        var leg = new EmulatedLeg(world, transport, setting, codecs);
        transport.Start(leg.Receive, _ => { });
        return leg;
    }

    /// <summary>It calls the gateway.</summary>
    /// <param name="change">Of the offer on its way.</param>
    public MediaCall Call(MediaOptions? wishes = null, Func<string, string>? change = null)
    {
        var offer = _core.FirstOffer(Codecs);
        offer = change is null ? offer : change(offer);
        var (call, answer) = GatewayUnderTest.Accepted(
            World.Gateway.Accept(offer, wishes ?? new MediaOptions { Source = MediaSource.Peer, TakesPhones = true }));
        AnswerRules.AssertKept(offer, answer);
        TakeAnswer(answer);
        return call;
    }

    /// <summary>The gateway calls it.</summary>
    public MediaCall BeCalled(MediaOptions wishes)
    {
        var (call, offer) = GatewayUnderTest.Accepted(World.Gateway.Offer(wishes));
        Assert.Null(call.TakeAnswer(Answer(offer)));
        if (_ice is not null)
        {
            var named = SdpAnswer.Read(offer, _codecs, out _)!;
            _ice.Begin(named.Offer.Secured.Ice, named.Candidates);
        }

        return call;
    }

    public void Press(string digits) =>
        Assert.True(_core.Lines.Active.OfType<AudioLine>().First().TrySend(digits));

    /// <summary>As a browser does that has lost pictures.</summary>
    public void AskForKeyFrame()
    {
        var buffer = new byte[128];
        var writer = new RtcpWriter(buffer);
        writer.ReceiverReport(1, null);
        writer.PictureLossIndication(1, 2);
        SendReport(buffer, writer.Length);
    }

    /// <summary>Sends RTCP beside its pictures.</summary>
    public void SendReport(Span<byte> buffer, int length) =>
        _core.Transport.PathFor(MediaKind.Video).SendRtcp(buffer, length);

    public void Tick()
    {
        if (Pitch is { } pitch && Codec is { } codec)
        {
            SendSound(pitch, codec);
        }

        _core.Tick();
        Drain();
    }

    public void SendVideo(byte[] payload, uint timestamp, bool marker) => Put(new ForwardedPacket
    {
        Kind = ForwardedKind.Picture,
        Codec = _core.Lines.CodecOf(MediaKind.Video)!.Value,
        Marker = marker,
        Timestamp = timestamp,
    }, payload);

    /// <summary>The pitch of what was heard of late, in Hz to the nearest ten; null for silence.</summary>
    public int? PitchHeard(double seconds = 1) =>
        SoundHeard(seconds) is { Length: > 0 } sound ? Sound.PitchOf(sound, SampleRate) : null;

    /// <summary>The share of what was heard of late that is of a pitch, 0 to 1: Goertzel's filter.</summary>
    public double ShareHeard(int hertz, double seconds = 1)
    {
        double total = 0, before = 0, beforeThat = 0;
        var turn = 2 * Math.Cos(2 * Math.PI * hertz / SampleRate);
        var samples = SoundHeard(seconds);
        foreach (var sample in samples)
        {
            total += (double)sample * sample;
            (before, beforeThat) = (sample + (turn * before) - beforeThat, before);
        }

        var power = (before * before) + (beforeThat * beforeThat) - (turn * before * beforeThat);
        return total == 0 ? 0 : power * 2 / samples.Length / total;
    }

    private short[] SoundHeard(double seconds)
    {
        var since = World.Now - TimeSpan.FromSeconds(seconds);
        return [.. Heard.Where(h => h.Kind == ForwardedKind.Sound && h.At >= since).SelectMany(h => h.Samples)];
    }

    public void Close() => _core.Close();

    public void Dispose()
    {
        _core.Close();
        _core.Dispose();
    }

    private static TransportSetting Setting(BridgedWorld world) =>
        new(world.Identity, DtlsPair.AllProfiles, new HandshakeQuota(4), world.Inputs);

    private void SendSound(double pitch, Codec codec)
    {
        // What the codec cannot have at the rate of a telephone is made at its own.
        var rate = codec.SampleRate();
        var samples = Sound.Tone(pitch, rate, FrameMs, ref _sample);
        var payload = new byte[SoundEncoder.PayloadMax];
        var length = (_encoder ??= SoundEncoder.Of(codec, rate)).Encode(samples, payload);
        _timestamp += (uint)(samples.Length * codec.ClockRate() / rate);
        _sequence++;
        Put(
            new ForwardedPacket
            {
                Kind = ForwardedKind.Sound,
                Codec = codec,
                Timestamp = _timestamp,
                Sequence = _sequence,
            },
            payload[..length]);
    }

    private void Put(ForwardedPacket packet, byte[] payload)
    {
        packet.Ssrc = Ssrc;
        packet.CameAt = World.Time.GetTimestamp();
        packet.Buffer = new byte[ForwardedPacket.PayloadAt + payload.Length + ForwardedPacket.Spare];
        packet.PayloadLength = payload.Length;
        payload.CopyTo(packet.Buffer, ForwardedPacket.PayloadAt);
        _core.Lines.TakeForwarded(packet);
    }

    private void Receive(Span<byte> buffer, int length, SocketAddress from, IPacketPort port)
    {
        _core.Receive(buffer, length, PacketKinds.Of(buffer[..length]), from, port);
        Drain();
    }

    // What was sent before has a say in what is heard now, so that nobody begins in the middle.
    private short[] Decode(Codec codec, byte[] payload)
    {
        if (!_decoders.TryGetValue(codec, out var decoder))
        {
            _decoders.Add(codec, decoder = SoundDecoder.Of(codec, SampleRate));
        }

        return _samples[..decoder.Decode(payload, _samples)];
    }

    private void Drain()
    {
        while (_heard.TryTake(out var packet))
        {
            var payload = packet.Buffer is null ? [] : packet.Payload.ToArray();
            Heard.Add(new HeardPacket(
                World.Now,
                packet.Kind,
                packet.Codec,
                packet.Ssrc,
                packet.Sequence,
                packet.Timestamp,
                packet.Marker,
                packet.Level,
                packet.Digit,
                payload,
                packet.Kind == ForwardedKind.Sound ? Decode(packet.Codec, payload) : []));
            ForwardQueue.Release(packet);
        }
    }
}

internal sealed record HeardPacket(
    TimeSpan At,
    ForwardedKind Kind,
    Codec Codec,
    uint Ssrc,
    ushort Sequence,
    uint Timestamp,
    bool Marker,
    int? Level,
    DtmfEvent Digit,
    byte[] Payload,
    short[] Samples);
