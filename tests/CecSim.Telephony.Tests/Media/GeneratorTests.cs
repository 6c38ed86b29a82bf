using CecSim.Telephony.Media.Clips;

namespace CecSim.Telephony.Tests.Media;

public sealed class GeneratorTests : IAsyncDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(20);

    private readonly GatewayUnderTest _test = new();

    public static TheoryData<MediaSource, string, int> Sounds
    {
        get
        {
            var sounds = new TheoryData<MediaSource, string, int>();
            foreach (var source in Enum.GetValues<MediaSource>().Except([MediaSource.Echo]))
            {
                sounds.Add(source, OfferText.Opus, 960);
                sounds.Add(source, OfferText.Pcmu, 160);
                sounds.Add(source, OfferText.Pcma, 160);
            }

            return sounds;
        }
    }

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Theory]
    [MemberData(nameof(Sounds))]
    public async Task A_source_sends_a_frame_every_twenty_milliseconds(MediaSource source, string codec, int units)
    {
        var call = await _test.ConnectAsync(new MediaOptions { Source = source }, o => o with { Audio = [codec] });

        _test.Time.Advance(Frame * 10);

        var packets = await TakeAsync(call.Peer, 10);
        Assert.True(Rtp.Marker(packets[0]));
        for (var i = 1; i < packets.Count; i++)
        {
            Assert.False(Rtp.Marker(packets[i]));
            Assert.Equal(1, Rtp.Sequence(packets[i]) - Rtp.Sequence(packets[i - 1]));
            Assert.Equal((uint)units, Rtp.Timestamp(packets[i]) - Rtp.Timestamp(packets[i - 1]));
        }
    }

    [Theory]
    [InlineData(MediaSource.Tone, -20, -10)]
    [InlineData(MediaSource.Prompt, -40, -5)]
    [InlineData(MediaSource.Music, -40, -5)]
    [InlineData(MediaSource.Silence, -127, -127)]
    [InlineData(MediaSource.RingingTone, -30, -15)]
    [InlineData(MediaSource.BusyTone, -25, -15)]
    [InlineData(MediaSource.SpecialInformationTone, -25, -15)]
    public void Each_clip_is_as_loud_as_it_should_be_in_both_laws(MediaSource source, int from, int to)
    {
        foreach (var codec in new[] { Codec.Pcmu, Codec.Pcma })
        {
            var all = AudioClips.For(source, codec)!.SelectMany(f => f).ToArray();
            var level = G711.Level(all, isA: codec == Codec.Pcma);

            // The quietest code of the A-law is not quite zero.
            Assert.InRange(level, from, source == MediaSource.Silence ? -70 : to);
        }
    }

    [Fact]
    public async Task The_pattern_begins_with_a_key_frame_and_shows_fifteen_frames_a_second()
    {
        var call = await _test.ConnectAsync(
            new MediaOptions { Source = MediaSource.Pattern }, o => o with { Audio = null, Video = [OfferText.Vp8] });

        _test.Time.Advance(TimeSpan.FromSeconds(2));

        var frames = await FramesAsync(call.Peer, 30);
        Assert.True(IsKeyFrame(frames[0]));
        Assert.All(frames.Skip(1), f => Assert.False(IsKeyFrame(f)));
        Assert.All(frames.Zip(frames.Skip(1)), p =>
            Assert.Equal(6000u, Rtp.Timestamp(p.Second[0]) - Rtp.Timestamp(p.First[0])));
    }

    [Fact]
    public async Task A_peer_that_asks_gets_a_key_frame_next()
    {
        var call = await _test.ConnectAsync(
            new MediaOptions { Source = MediaSource.Pattern }, o => o with { Audio = null, Video = [OfferText.Vp8] });
        _test.Time.Advance(TimeSpan.FromSeconds(0.2));
        await FramesAsync(call.Peer, 3);

        call.Peer.SendRtcp([0x81, 206, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2]);
        await call.Peer.CheckAsync();
        _test.Time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.True(IsKeyFrame((await FramesAsync(call.Peer, 1))[0]));
    }

    [Fact]
    public async Task From_tone_to_echo_and_back_the_stream_runs_on()
    {
        var call = await _test.ConnectAsync(new MediaOptions { Source = MediaSource.Tone });
        _test.Time.Advance(Frame);
        var tone = await call.Peer.NextRtpAsync();

        call.Call.Source = MediaSource.Echo;
        _test.Time.Advance(Frame * 5);
        call.Peer.SendRtp(Rtp.Packet(111, 9, 123456, [1, 2, 3]));
        var echo = await call.Peer.NextRtpAsync();

        call.Call.Source = MediaSource.Music;
        _test.Time.Advance(Frame);
        var music = await call.Peer.NextRtpAsync();

        Assert.Equal(MediaSource.Music, call.Call.Source);
        Assert.Equal([1, 2, 3], Rtp.Payload(echo));
        Assert.True(Rtp.Marker(music));
        Assert.Equal((1, 2), (Rtp.Sequence(echo) - Rtp.Sequence(tone), Rtp.Sequence(music) - Rtp.Sequence(tone)));
        Assert.Equal((5 * 960u, 6 * 960u), (Since(tone, echo), Since(tone, music)));
        Assert.Equal(Rtp.SsrcOf(tone), Rtp.SsrcOf(music));
    }

    [Fact]
    public async Task A_pattern_that_gives_way_to_the_echo_asks_the_peer_for_a_key_frame()
    {
        var call = await _test.ConnectAsync(
            new MediaOptions { Source = MediaSource.Pattern }, o => o with { Audio = null, Video = [OfferText.Vp8] });
        call.Peer.SendRtp(Rtp.Packet(96, 1, 0, [0x90, 0x80, 0x01, 0x01, 0xAA]));
        await call.Peer.CheckAsync();

        call.Call.Source = MediaSource.Echo;

        var request = await call.Peer.NextRtcpAsync();
        Assert.Equal((0x81, 206), (request[8], request[9]));
    }

    [Fact]
    public async Task A_late_timer_changes_no_pace_and_makes_no_burst()
    {
        var call = await _test.ConnectAsync(new MediaOptions { Source = MediaSource.Silence });
        _test.Time.Advance(Frame);
        await call.Peer.NextRtpAsync();

        _test.Time.Leap(TimeSpan.FromSeconds(10));
        _test.Time.Advance(Frame);
        await call.Peer.CheckAsync();

        Assert.InRange(call.Peer.RtpWaiting, 1, 6);
    }

    private static uint Since(byte[] first, byte[] later) => Rtp.Timestamp(later) - Rtp.Timestamp(first);

    private static async Task<List<byte[]>> TakeAsync(TestPeer peer, int count)
    {
        var packets = new List<byte[]>();
        while (packets.Count < count)
        {
            packets.Add(await peer.NextRtpAsync());
        }

        return packets;
    }

    private static async Task<List<List<byte[]>>> FramesAsync(TestPeer peer, int count)
    {
        var frames = new List<List<byte[]>>();
        while (frames.Count < count)
        {
            var frame = new List<byte[]>();
            do
            {
                frame.Add(await peer.NextRtpAsync());
            }
            while (!Rtp.Marker(frame[^1]));

            frames.Add(frame);
        }

        return frames;
    }

    // Behind a descriptor of four bytes, the lowest bit is zero for a key frame: RFC 7741 section 4.3.
    private static bool IsKeyFrame(List<byte[]> frame) => (Rtp.Payload(frame[0])[4] & 1) == 0;
}
