using CecSim.Telephony.Media.Bridging;
using CecSim.Telephony.Media.Transcoding;

namespace CecSim.Telephony.Tests.Media.Bridging;

/// <summary>Legs that have no codec in common.</summary>
public sealed class TranscodingTests : IDisposable
{
    private static readonly MediaOptions Joined = new() { Source = MediaSource.Peer, TakesPhones = true };
    private static readonly MediaOptions Called = Joined with { Security = MediaSecurity.Plain };

    private readonly BridgedWorld _world = new();
    private readonly List<Frame> _frames = [];

    public void Dispose()
    {
        _world.Dispose();
        Assert.Empty(_world.Guard.Failures);
    }

    [Theory]
    [InlineData(Codec.Opus, Codec.Pcmu)]
    [InlineData(Codec.Opus, Codec.Pcma)]
    [InlineData(Codec.Pcma, Codec.Pcmu)]
    [InlineData(Codec.Pcmu, Codec.Opus)]
    [InlineData(Codec.G722, Codec.Opus)]
    [InlineData(Codec.G722, Codec.Pcmu)]
    [InlineData(Codec.Opus, Codec.G722)]
    [InlineData(Codec.Pcma, Codec.G722)]
    public void Each_side_hears_the_pitch_of_the_other_in_its_own_codec(Codec one, Codec other)
    {
        var (browser, phone) = (EmulatedLeg.Browser(_world, one), EmulatedLeg.Phone(_world, codecs: other));
        var (customer, agent) = (browser.Call(Joined), phone.BeCalled(Called));
        using var bridge = MediaBridge.Join(customer, agent);
        (browser.Pitch, phone.Pitch) = (440, 1000);

        _world.Run(seconds: 3);

        Assert.Equal((1000, 440), (browser.PitchHeard(), phone.PitchHeard()));
        Assert.All(browser.Heard.Where(h => h.Kind == ForwardedKind.Sound), h => Assert.Equal(one, h.Codec));
        Assert.All(phone.Heard.Where(h => h.Kind == ForwardedKind.Sound), h => Assert.Equal(other, h.Codec));
        Assert.All([browser, phone], l => Assert.InRange(l.Line.PacketsIn, 140, 152));
        Assert.All(Steps(phone), s => Assert.Equal(other.ClockRate() / 50, s));
        Assert.InRange(agent.Report().Lines[0].PeakLevelIn!.Value, -20, -10);
        Assert.InRange(customer.Report().Lines[0].PeakLevelIn!.Value, -20, -10);
    }

    [Theory]
    [InlineData(Codec.Opus)]
    [InlineData(Codec.Pcmu)]
    public void A_rough_way_is_heard_through(Codec codec)
    {
        using var rough = new BridgedWorld(seed: 3, loss: 0.05, jitterMs: 30);
        var (browser, phone) = (
            EmulatedLeg.Browser(rough, codec),
            EmulatedLeg.Phone(rough, codecs: codec == Codec.Opus ? Codec.Pcmu : Codec.Opus));
        using var bridge = MediaBridge.Join(browser.Call(Joined), phone.BeCalled(Called));
        (browser.Pitch, phone.Pitch) = (450, 1000);

        rough.Run(seconds: 20);

        Assert.Equal((1000, 450), (browser.PitchHeard(), phone.PitchHeard()));
        Assert.Empty(rough.Guard.Failures);
    }

    [Fact]
    public void What_a_telephone_cannot_carry_does_not_come_back_as_another_pitch()
    {
        var (browser, phone) = (EmulatedLeg.Browser(_world, Codec.Opus), EmulatedLeg.Phone(_world, codecs: Codec.Pcmu));
        using var bridge = MediaBridge.Join(browser.Call(Joined), phone.BeCalled(Called));

        // At 8 kHz without a filter this would be 2,000 Hz.
        browser.Pitch = 6000;
        _world.Run(seconds: 3);

        Assert.Null(phone.PitchHeard());
    }

    [Theory]
    [InlineData(3000)]
    [InlineData(6000)]
    public void What_only_wideband_has_is_heard_in_wideband(int pitch)
    {
        var samples = new List<short>();
        var (sample, rate) = (0L, Codec.G722.SampleRate());
        var (encoder, decoder) = (SoundEncoder.Of(Codec.G722, rate), SoundDecoder.Of(Codec.G722, rate));
        var (payload, decoded) = (new byte[SoundEncoder.PayloadMax], new short[rate]);
        for (var i = 0; i < 50; i++)
        {
            var length = encoder.Encode(Sound.Tone(pitch, rate, milliseconds: 20, ref sample), payload);
            Assert.Equal(160, length);
            samples.AddRange(decoded.Take(decoder.Decode(payload.AsSpan(0, length), decoded)));
        }

        Assert.Equal(rate, samples.Count);
        Assert.Equal(pitch, Sound.PitchOf([.. samples.Skip(rate / 2)], rate));
    }

    [Fact]
    public void A_payload_of_G722_of_any_length_does_no_harm()
    {
        var random = new Random(1);
        foreach (var rate in new[] { 8_000, 16_000 })
        {
            var decoder = SoundDecoder.Of(Codec.G722, rate);
            for (var i = 0; i < 2_000; i++)
            {
                var payload = new byte[random.Next(0, 1500)];
                random.NextBytes(payload);
                var samples = new short[rate * SoundDecoder.MillisecondsMax / 1000];
                Assert.Equal(
                    Math.Min(payload.Length * rate / 8_000, samples.Length), decoder.Decode(payload, samples));
            }
        }
    }

    [Fact]
    public void Legs_that_change_to_one_codec_need_no_other()
    {
        var browser = EmulatedLeg.Browser(_world, Codec.Opus, Codec.Pcmu);
        var phone = EmulatedLeg.Phone(_world, codecs: Codec.Pcmu);
        var customer = browser.Call(Joined);
        Assert.Equal(Codec.Opus, customer.Codec);
        using var bridge = MediaBridge.Join(customer, phone.BeCalled(Called));
        (browser.Pitch, phone.Pitch) = (440, 1000);
        _world.Run(seconds: 1);

        var only = browser.WriteOffer(MediaDirection.SendReceive);
        Assert.IsType<MediaAnswer.Accepted>(customer.Reoffer(only));
        _world.Run(seconds: 2);

        Assert.Equal((1000, 440), (browser.PitchHeard(), phone.PitchHeard()));
    }

    [Fact]
    public void A_frame_of_any_length_becomes_frames_of_twenty_milliseconds()
    {
        var transcoder = new Transcoder(Codec.Pcma, Codec.Pcmu, TimeSpan.FromMilliseconds(20));
        for (var i = 0; i < 10; i++)
        {
            Put(transcoder, i, (uint)i * 240, 240);
        }

        Assert.Equal(15, _frames.Count);
        Assert.All(_frames, f => Assert.Equal(160, f.Length));
        Assert.Equal(Enumerable.Range(0, 15).Select(i => (uint)i * 160), _frames.Select(f => f.Timestamp));
        Assert.Equal([true], _frames.Select(f => f.Begins).Distinct().Take(1));
        Assert.Equal(14, _frames.Count(f => !f.Begins));
    }

    [Theory]
    [InlineData(3, 2, 2)]
    [InlineData(12, 11, 3)]
    public void What_is_lost_is_filled_in_for_a_moment_and_time_goes_on(int next, int lost, int filled)
    {
        var transcoder = new Transcoder(Codec.Pcma, Codec.Pcmu, TimeSpan.FromMilliseconds(20));
        Put(transcoder, 0, 0, 160);
        Put(transcoder, next, (uint)next * 160, 160);

        Assert.Equal(lost, next - 1);
        Assert.Equal(2 + filled, _frames.Count);
        Assert.Equal((uint)next * 160, _frames[^1].Timestamp);
    }

    [Fact]
    public void A_pause_of_the_sender_stays_a_pause()
    {
        var transcoder = new Transcoder(Codec.Pcma, Codec.Opus, TimeSpan.FromMilliseconds(20));
        Put(transcoder, 0, 0, 160);
        Put(transcoder, 1, 8000, 160);

        Assert.Equal([0u, 48_000u], _frames.Select(f => f.Timestamp));
    }

    [Fact]
    public void What_comes_twice_or_too_late_is_left_out()
    {
        var transcoder = new Transcoder(Codec.Pcma, Codec.Pcmu, TimeSpan.FromMilliseconds(20));
        Put(transcoder, 0, 0, 160);
        Put(transcoder, 0, 0, 160);
        Put(transcoder, 2, 320, 160);
        Put(transcoder, 1, 160, 160);
        Put(transcoder, 3, 480, 160);

        Assert.Equal([0u, 160u, 320u, 480u], _frames.Select(f => f.Timestamp));
    }

    [Fact]
    public void A_payload_that_cannot_be_read_does_no_harm()
    {
        var random = new Random(1);
        var transcoder = new Transcoder(Codec.Opus, Codec.Pcmu, TimeSpan.FromMilliseconds(20));
        for (var i = 0; i < 20_000; i++)
        {
            var payload = new byte[random.Next(1, 60)];
            random.NextBytes(payload);
            Put(transcoder, i, (uint)i * 960, payload);
        }

        Assert.NotEmpty(_frames);
    }

    private static List<int> Steps(EmulatedLeg leg)
    {
        var heard = leg.Heard.Where(h => h.Kind == ForwardedKind.Sound).Select(h => h.Timestamp).TakeLast(100).ToList();
        return [.. heard.Zip(heard.Skip(1)).Select(p => (int)(p.Second - p.First))];
    }

    private void Put(Transcoder transcoder, int sequence, uint timestamp, int length) =>
        Put(transcoder, sequence, timestamp, new byte[length]);

    private void Put(Transcoder transcoder, int sequence, uint timestamp, byte[] payload)
    {
        var packet = new ForwardedPacket
        {
            Sequence = (ushort)sequence,
            Timestamp = timestamp,
            Buffer = [.. new byte[ForwardedPacket.PayloadAt], .. payload],
            PayloadLength = payload.Length,
        };
        transcoder.Put(packet, (frame, at, begins, _) => _frames.Add(new Frame(frame.Length, at, begins)));
    }

    private sealed record Frame(int Length, uint Timestamp, bool Begins);
}
