using CecSim.Telephony.Media;

namespace CecSim.Telephony.Tests.Media;

/// <summary>Media that should flow and do not are noticed, second by second.</summary>
public sealed class FlowTests : IAsyncDisposable
{
    private static readonly byte[] Vp8Key = [0x90, 0x80, 0x01, 0x00, 0xAA];

    private readonly GatewayUnderTest _test = new();

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Theory]
    [InlineData(false, 0, false)]
    [InlineData(true, 3, true)]
    public async Task A_peer_that_hears_nothing_back_is_noticed(bool isMute, int seconds, bool oneWay)
    {
        var call = await _test.ConnectAsync(new MediaWishes { Trouble = new MediaTrouble { SendsNoAudio = isMute } });
        await PassAsync(call, 3, sequence => call.Peer.SendRtp(Rtp.Packet(111, sequence, 960, [1])));

        var report = call.Call.Report();

        Assert.Equal((seconds, 0), (report.Lines[0].OnlyInSeconds, report.Lines[0].OnlyOutSeconds));
        Assert.Equal(oneWay, report.HasOneWayAudio);
    }

    [Theory]
    [InlineData("sendrecv", 3)]
    [InlineData("recvonly", 0)]
    public async Task A_peer_that_says_nothing_is_noticed_unless_it_said_that_it_would_not(
        string direction, int seconds)
    {
        var call = await _test.ConnectAsync(
            new MediaWishes { Source = MediaSource.Silence }, o => o with { AudioDirection = direction });
        await PassAsync(call, 3, _ => { });

        Assert.InRange(call.Call.Report().Lines[0].OnlyOutSeconds, seconds, seconds + 1);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Pictures_that_stand_still_are_noticed(bool goesOn, bool frozen)
    {
        var call = await _test.ConnectAsync(change: o => o with { Audio = null, Video = [OfferText.Vp8] });
        call.Peer.SendRtp(Rtp.Packet(96, 1, 0, Vp8Key));
        await PassAsync(call, 4, sequence =>
        {
            if (goesOn)
            {
                call.Peer.SendRtp(Rtp.Packet(96, sequence, (uint)sequence * 3000, Vp8Key));
            }
        });

        Assert.Equal(frozen, call.Call.Report().HasFrozenVideo);
    }

    [Fact]
    public async Task The_packets_of_a_picture_count_as_one()
    {
        var call = await _test.ConnectAsync(change: o => o with { Audio = null, Video = [OfferText.Vp8] });
        call.Peer.SendRtp(Rtp.Packet(96, 1, 0, Vp8Key));
        call.Peer.SendRtp(Rtp.Packet(96, 2, 0, [0x80, 0x00, 0xAA], marker: true));
        call.Peer.SendRtp(Rtp.Packet(96, 3, 3000, Vp8Key, marker: true));
        await call.Peer.CheckAsync();

        var line = call.Call.Report().Lines[0];
        Assert.Equal((3, 2, 2), (line.PacketsIn, line.FramesIn, line.KeyFramesIn));
        Assert.True(call.Call.Report().HasSeenVideo);
    }

    [Fact]
    public async Task A_peer_with_another_certificate_than_its_description_names_is_told()
    {
        var peer = _test.NewPeer();
        var accepted = GatewayUnderTest.Accepted(_test.Gateway.Accept(new OfferText().ToString()));
        Assert.Null(accepted.Call.Report().FingerprintMatches);

        await Assert.ThrowsAsync<InvalidOperationException>(() => peer.ConnectAsync(accepted.Sdp));

        Assert.False(accepted.Call.Report().FingerprintMatches);
        var call = await _test.ConnectAsync();
        Assert.True(call.Call.Report().FingerprintMatches);
    }

    // The check's answer comes behind what was sent before it, so each second has its packet.
    private async Task PassAsync(ConnectedCall call, int seconds, Action<int> eachSecond)
    {
        _test.Time.Advance(TimeSpan.FromMilliseconds(20));
        for (var second = 0; second < seconds; second++)
        {
            eachSecond(second + 10);
            await call.Peer.CheckAsync();
            _test.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
