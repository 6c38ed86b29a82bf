namespace CecSim.Telephony.Tests.Media;

public sealed class DtmfTests : IAsyncDisposable
{
    private readonly GatewayUnderTest _test = new();

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Theory]
    [InlineData(OfferText.Opus, OfferText.Dtmf, 110)]
    [InlineData(OfferText.Pcmu, OfferText.NarrowDtmf, 126)]
    [InlineData(OfferText.Opus, OfferText.NarrowDtmf, 126)]
    public async Task A_key_is_heard_once_and_its_packets_are_not_echoed(string codec, string dtmf, int payloadType)
    {
        var call = await _test.ConnectAsync(change: o => o with { Audio = [codec, dtmf] });
        var heard = new List<char>();
        call.Call.DigitHeard += (_, digit) => heard.Add(digit);

        foreach (var (index, key) in new byte[] { 1, 1, 11 }.Index())
        {
            for (var i = 0; i < 4; i++)
            {
                byte[] press = [key, (byte)(i == 3 ? 0x8A : 10), 0, 160];
                call.Peer.SendRtp(Rtp.Packet(payloadType, (10 * index) + i, (uint)(8000 * (index + 1)), press));
            }
        }

        await call.Peer.CheckAsync();
        Assert.Equal("11#", string.Concat(heard));
        Assert.Equal("11#", call.Call.Report().Lines[0].DigitsIn);
        Assert.Equal(0, call.Peer.RtpWaiting);
    }

    [Fact]
    public async Task A_key_whose_first_packets_are_lost_is_heard_by_the_last()
    {
        var call = await _test.ConnectAsync();
        var heard = new List<char>();
        call.Call.DigitHeard += (_, digit) => heard.Add(digit);

        call.Peer.SendRtp(Rtp.Packet(110, 1, 960, [5, 0x8A, 3, 0x20]));
        await call.Peer.CheckAsync();

        Assert.Equal(['5'], heard);
    }

    [Fact]
    public async Task An_echo_goes_on_after_a_key_without_a_gap()
    {
        var call = await _test.ConnectAsync();
        call.Peer.SendRtp(Rtp.Packet(111, 1, 960, [1]));
        call.Peer.SendRtp(Rtp.Packet(110, 2, 1920, [5, 10, 0, 160]));
        call.Peer.SendRtp(Rtp.Packet(110, 3, 1920, [5, 0x8A, 1, 64]));
        call.Peer.SendRtp(Rtp.Packet(111, 4, 3840, [2]));

        var first = await call.Peer.NextRtpAsync();
        var second = await call.Peer.NextRtpAsync();

        Assert.Equal(1, Rtp.Sequence(second) - Rtp.Sequence(first));
    }

    [Fact]
    public async Task Keys_are_pressed_with_growing_duration_and_three_ends_each()
    {
        var call = await _test.ConnectAsync(new MediaOptions { Source = MediaSource.Silence });

        Assert.True(call.Call.SendDigits("4#"));
        _test.Time.Advance(TimeSpan.FromMilliseconds(20 * 22));

        var packets = new List<byte[]>();
        for (var i = 0; i < 16; i++)
        {
            packets.Add(await call.Peer.NextRtpAsync());
        }

        Assert.All(packets, p => Assert.Equal(110, Rtp.PayloadType(p)));
        Assert.Equal("4444444400000000".Replace('0', ';'), string.Concat(packets.Select(p => (char)('0' + p[12]))));
        Assert.Equal([960, 1920, 2880, 3840, 4800, 4800, 4800, 4800], packets.Take(8).Select(Duration));
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1], packets.Take(8).Select(p => p[13] >> 7));
        Assert.Equal([0, 8], packets.Index().Where(p => Rtp.Marker(p.Item)).Select(p => p.Index));
        Assert.Equal(2, packets.Select(Rtp.Timestamp).Distinct().Count());
    }

    [Theory]
    [InlineData("12x")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000000")]
    public async Task What_cannot_be_pressed_is_refused(string digits)
    {
        var call = await _test.ConnectAsync();

        Assert.False(call.Call.SendDigits(digits));
    }

    [Fact]
    public async Task A_peer_that_takes_no_keys_gets_none()
    {
        var call = await _test.ConnectAsync(change: o => o with { Audio = [OfferText.Opus] });

        Assert.False(call.Call.SendDigits("1"));
    }

    private static int Duration(byte[] packet) => (packet[14] << 8) | packet[15];
}
