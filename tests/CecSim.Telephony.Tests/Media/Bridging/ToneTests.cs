using CecSim.Telephony.Media.Bridging;
using CecSim.Telephony.Media.Clips;
using CecSim.Telephony.Media.Dtmf;

namespace CecSim.Telephony.Tests.Media.Bridging;

/// <summary>Keys that are pressed in the sound itself, and pauses that are told.</summary>
public sealed class ToneTests : IDisposable
{
    private static readonly MediaOptions Joined = new() { Source = MediaSource.Peer, TakesPhones = true };

    private readonly BridgedWorld _world = new();
    private readonly ToneDetector _tones = new();

    public void Dispose()
    {
        _world.Dispose();
        Assert.Empty(_world.Guard.Failures);
    }

    public static TheoryData<char> Keys => [.. DtmfEvent.Digits];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Each_key_is_heard_once_however_it_lies_in_the_packets(char key)
    {
        for (var offset = 0; offset < 160; offset += 13)
        {
            Assert.Equal("", Heard(new short[offset]));
            Assert.Equal($"{key}", Heard([.. Press(key, 60), .. new short[800]]));
            Assert.Equal($"{key}", Heard([.. Press(key, 400), .. new short[800]]));
        }
    }

    [Fact]
    public void Keys_one_after_the_other_are_heard_in_their_order_and_the_same_twice()
    {
        Assert.Equal(
            "1129#",
            Heard([.. "1129#".SelectMany(k => (short[])[.. Press(k, 60), .. new short[400]])]));
    }

    [Theory]
    [InlineData(1.015, true)]
    [InlineData(0.985, true)]
    [InlineData(1.05, false)]
    public void A_pitch_may_be_off_a_little(double factor, bool isHeard) =>
        Assert.Equal(isHeard ? "5" : "", Heard([.. Press('5', 100, factor), .. new short[800]]));

    [Theory]
    [InlineData(700, 0)]
    [InlineData(440, 1209)]
    [InlineData(941, 1000)]
    public void What_is_no_key_is_not_heard(double one, double other) =>
        Assert.Equal("", Heard(Both(one, other, 500)));

    [Fact]
    public void Noise_is_no_key()
    {
        var random = new Random(1);
        Assert.Equal("", Heard([.. Enumerable.Range(0, 800_000).Select(_ => (short)random.Next(-20_000, 20_000))]));
    }

    [Fact]
    public void Speech_and_music_are_no_keys()
    {
        foreach (var source in new[] { MediaSource.Prompt, MediaSource.Music, MediaSource.Tone })
        {
            var clip = AudioClips.For(source, Codec.Pcmu)!;
            var samples = clip.SelectMany(f => f).Select(b => G711.Decode(b, isA: false));
            Assert.Equal((source, ""), (source, Heard([.. samples])));
        }
    }

    [Fact]
    public void A_key_in_the_sound_of_a_phone_without_another_way_goes_across_as_one()
    {
        var browser = EmulatedLeg.Browser(_world, Codec.Opus);
        var text = new PhoneText { Codecs = ["8 PCMA/8000"] };
        var (agent, answer) = GatewayUnderTest.Accepted(_world.Gateway.Accept(text.ToString(), Joined));
        Assert.DoesNotContain("telephone-event", answer, StringComparison.Ordinal);
        var keys = new List<char>();
        agent.DigitHeard += (_, key) => keys.Add(key);
        using var bridge = MediaBridge.Join(browser.Call(Joined), agent);
        var phone = _world.NewPort(new IPEndPoint(IPAddress.Parse(text.Address), text.Port));
        var to = new IPEndPoint(IPAddress.Parse("192.0.2.2"), 20_000).Serialize();
        _world.Run(seconds: 0.5);

        var (quiet, pause) = (new short[800], new short[4000]);
        short[] sound = [.. quiet, .. Press('7', 100), .. pause, .. Press('#', 100), .. pause];
        foreach (var (index, frame) in sound.Chunk(160).Index())
        {
            var payload = frame.Select(s => G711.Encode(s, isA: true)).ToArray();
            phone.Send(Rtp.Packet(8, (ushort)index, (uint)index * 160, payload), to);
            _world.Run(seconds: 0.02);
        }

        _world.Run(seconds: 1);
        Assert.Equal("7#", string.Concat(keys));
        Assert.Equal("7#", agent.Report().Lines[0].DigitsIn);
        Assert.Equal("7#", browser.Line.DigitsIn);
    }

    [Fact]
    public void A_key_goes_as_sound_to_a_phone_that_takes_none_otherwise()
    {
        var browser = EmulatedLeg.Browser(_world, Codec.Opus);
        var text = new PhoneText { Codecs = ["0 PCMU/8000"] };
        var (agent, _) = GatewayUnderTest.Accepted(_world.Gateway.Accept(text.ToString(), Joined));
        using var bridge = MediaBridge.Join(browser.Call(Joined), agent);
        var heard = new StringBuilder();
        var phone = _world.NewPort(new IPEndPoint(IPAddress.Parse(text.Address), text.Port));
        phone.Handler = (buffer, length, _, _) => heard.Append(
            _tones.Take([.. Rtp.Payload(buffer[..length].ToArray()).Select(b => G711.Decode(b, isA: false))]));
        browser.Pitch = 440;
        _world.Run(seconds: 0.5);

        browser.Press("4*");
        _world.Run(seconds: 1);
        Assert.True(agent.SendDigits("9"));
        _world.Run(seconds: 1);

        Assert.Equal("4*9", heard.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Comfort_noise_goes_across_to_whoever_has_it_and_leaves_no_gap_for_others(bool bothHaveIt)
    {
        var wishes = Joined with { ComfortNoise = true };
        var text = new PhoneText { Codecs = ["0 PCMU/8000", "13 CN/8000", "101 telephone-event/8000"] };
        var (one, answer) = GatewayUnderTest.Accepted(_world.Gateway.Accept(text.ToString(), wishes));
        Assert.Contains("a=rtpmap:13 CN/8000", SdpLines.Of(answer));
        var other = EmulatedLeg.Phone(_world, codecs: Codec.Pcmu);
        using var bridge = MediaBridge.Join(
            one, other.BeCalled(wishes with { Security = MediaSecurity.Plain, ComfortNoise = bothHaveIt }));
        var phone = _world.NewPort(new IPEndPoint(IPAddress.Parse(text.Address), text.Port));
        var to = new IPEndPoint(IPAddress.Parse("192.0.2.2"), 20_000).Serialize();

        phone.Send(Rtp.Packet(0, 1, 160, new byte[160]), to);
        phone.Send(Rtp.Packet(13, 2, 320, [60]), to);
        phone.Send(Rtp.Packet(0, 3, 8320, new byte[160]), to);
        _world.Run(seconds: 0.2);

        Assert.Equal(
            bothHaveIt ? [ForwardedKind.Sound, ForwardedKind.ComfortNoise, ForwardedKind.Sound]
                : [ForwardedKind.Sound, ForwardedKind.Sound],
            other.Heard.Select(h => h.Kind));
        Assert.Equal(8160u, other.Heard[^1].Timestamp - other.Heard[0].Timestamp);
        Assert.Equal(other.Heard.Count - 1, other.Heard[^1].Sequence - other.Heard[0].Sequence);
    }

    private static short[] Press(char key, int milliseconds, double factor = 1)
    {
        for (var i = 0; i < 16; i++)
        {
            if (DtmfTones.KeyAt(i / 4, i % 4) == key)
            {
                return Both(DtmfTones.Rows[i / 4] * factor, DtmfTones.Columns[i % 4] * factor, milliseconds);
            }
        }

        return [];
    }

    private static short[] Both(double one, double other, int milliseconds) =>
    [
        .. Enumerable.Range(0, 8 * milliseconds).Select(i => (short)(6000
            * (Math.Sin(2 * Math.PI * one * i / 8000) + Math.Sin(2 * Math.PI * other * i / 8000)))),
    ];

    private string Heard(short[] sound) =>
        string.Concat(sound.Chunk(160).Select(frame => _tones.Take(frame)).Where(key => key is not null));
}
