using CecSim.Telephony.Media.Rtp;

namespace CecSim.Telephony.Tests.Media;

/// <summary>Levels in both forms of header extensions (RFC 8285), and calls that have none.</summary>
public sealed class HeaderExtensionTests : IAsyncDisposable
{
    private const string AllowMixed = "a=extmap-allow-mixed";

    private readonly GatewayUnderTest _test = new();

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Theory]
    [InlineData("BEDE 0001 10 07 0000", -7)]
    [InlineData("BEDE 0002 41 AABB 10 07 000000", -7)]
    [InlineData("BEDE 0002 00 00 10 07 00000000", -7)]
    [InlineData("BEDE 0001 F0 10 07 00", null)]
    [InlineData("BEDE 0001 03 10 07 00", null)]
    [InlineData("BEDE 0001 1F 07 0000", null)]
    [InlineData("1000 0001 01 01 07 00", -7)]
    [InlineData("100F 0002 04 02 AABB 01 01 87 00", -7)]
    [InlineData("1000 0002 00 04 00 00 01 01 07 00", -7)]
    [InlineData("1000 0001 01 00 0000", null)]
    [InlineData("1000 0001 01 09 07 00", null)]
    [InlineData("ABCD 0001 10 07 0000", null)]
    public void The_level_is_found_wherever_it_stands(string extension, int? level)
    {
        byte[] bytes = Convert.FromHexString(extension.Replace(" ", "", StringComparison.Ordinal));
        var packet = Rtp.Packet(111, 1, 960, [.. bytes, 1, 2, 3]);
        packet[0] |= 0x10;
        Assert.True(RtpHeader.TryRead(packet, out var header));

        Assert.Equal(level, HeaderExtension.AudioLevel(packet, header, id: 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(200)]
    public void A_level_that_is_written_is_read_under_any_number(byte id)
    {
        var packet = new byte[40];
        RtpHeader.Write(packet, marker: false, payloadType: 111, timestamp: 1);
        HeaderExtension.WriteAudioLevel(packet, id, -33);
        Assert.True(RtpHeader.TryRead(packet, out var header));

        Assert.Equal(20, header.Length);
        Assert.Equal(-33, HeaderExtension.AudioLevel(packet, header, id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Both_forms_in_one_stream_are_agreed_on_when_offered(bool isOffered)
    {
        var call = await _test.ConnectAsync(
            change: o => isOffered ? o with { SessionLines = [AllowMixed] } : o);

        Assert.Equal(isOffered, SdpLines.Section(call.Answer, 0).Contains(AllowMixed));
    }

    [Fact]
    public async Task A_number_that_only_the_longer_form_has_is_taken()
    {
        var call = await _test.ConnectAsync(
            change: o => o with { Without = ["a=extmap:1 "], SessionLines = [AllowMixed], AudioLines = [
                "a=extmap:77 urn:ietf:params:rtp-hdrext:ssrc-audio-level"] });
        var packet = Rtp.Packet(111, 1, 960, [0x10, 0x00, 0, 1, 77, 1, 9, 0, 1, 2, 3]);
        packet[0] |= 0x10;

        call.Peer.SendRtp(packet);
        await call.Peer.NextRtpAsync();

        Assert.Equal(-9, call.Call.Report().Lines[0].PeakLevelIn);
        Assert.Contains(
            "a=extmap:77 urn:ietf:params:rtp-hdrext:ssrc-audio-level", SdpLines.Section(call.Answer, 0));
    }

    [Fact]
    public async Task Sound_of_which_nothing_tells_how_loud_it_is_was_neither_heard_nor_not()
    {
        var call = await _test.ConnectAsync();
        Assert.False(call.Call.Report().HasHeardAudio);

        call.Peer.SendRtp(Rtp.Packet(111, 1, 960, [1]));
        await call.Peer.NextRtpAsync();
        Assert.Null(call.Call.Report().HasHeardAudio);

        call.Peer.SendRtp(Rtp.Loud(111, 2, 1920, level: 90, [1]));
        await call.Peer.NextRtpAsync();
        Assert.False(call.Call.Report().HasHeardAudio);

        call.Peer.SendRtp(Rtp.Loud(111, 3, 2880, level: 7, [1]));
        await call.Peer.NextRtpAsync();
        Assert.True(call.Call.Report().HasHeardAudio);
    }

    [Fact]
    public async Task A_silent_codec_after_one_without_levels_leaves_it_unknown()
    {
        var call = await _test.ConnectAsync(change: o => o with { Audio = [OfferText.Opus] });
        call.Peer.SendRtp(Rtp.Packet(111, 1, 960, [1]));
        await call.Peer.NextRtpAsync();

        call.Call.Reoffer((call.Offer with { Audio = [OfferText.Pcmu] }).ToString());
        call.Peer.SendRtp(Rtp.Packet(0, 2, 1920, Enumerable.Repeat((byte)0xFF, 160).ToArray()));
        await call.Peer.NextRtpAsync();

        Assert.Null(call.Call.Report().HasHeardAudio);
        Assert.Equal(-127, call.Call.Report().Lines[0].PeakLevelIn);
    }
}
