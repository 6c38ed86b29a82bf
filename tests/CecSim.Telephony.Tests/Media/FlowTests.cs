namespace CecSim.Telephony.Tests.Media;

/// <summary>Media that should flow and do not are noticed, second by second.</summary>
public sealed class FlowTests : IAsyncDisposable
{
    private static readonly byte[] Vp8Key = [0x90, 0x80, 0x01, 0x00, 0xAA];

    private readonly GatewayUnderTest _test = new();
    private int _sequence = 65_530;

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Theory]
    [InlineData(false, 0, false)]
    [InlineData(true, 3, true)]
    public async Task A_peer_that_hears_nothing_back_is_noticed(bool isMute, int seconds, bool oneWay)
    {
        var call = await _test.ConnectAsync(
            new MediaOptions { Trouble = new MediaImpairments { SendsNoAudio = isMute } });
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
            new MediaOptions { Source = MediaSource.Silence }, o => o with { AudioDirection = direction });
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
    public async Task A_source_of_one_picture_a_second_stands_not_still_and_lone_seconds_do_not_add_up()
    {
        var call = await _test.ConnectAsync(change: o => o with { Audio = null, Video = [OfferText.Vp8] });
        await PassAsync(call, 60, second =>
        {
            // Every third second has none.
            if (second % 3 != 0)
            {
                call.Peer.SendRtp(Rtp.Packet(96, _sequence++, (uint)second * 90_000, Vp8Key, marker: true));
            }
        });

        Assert.Equal((false, 0), (call.Call.Report().HasFrozenVideo, call.Call.Report().Lines[0].FrozenSeconds));
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, false)]
    [InlineData(0, true)]
    public async Task A_source_that_reports_that_it_sends_nothing_is_still_and_not_frozen(int report, bool frozen)
    {
        var call = await _test.ConnectAsync(change: o => o with { Audio = null, Video = [OfferText.Vp8] });
        call.Peer.SendRtp(Rtp.Packet(96, _sequence++, 0, Vp8Key, marker: true));
        await PassAsync(call, 20, _ => Report(call, report, packets: 1));

        Assert.Equal(frozen, call.Call.Report().HasFrozenVideo);
    }

    [Fact]
    public async Task A_source_whose_pictures_do_not_come_is_frozen_though_its_reports_do()
    {
        var call = await _test.ConnectAsync(change: o => o with { Audio = null, Video = [OfferText.Vp8] });
        call.Peer.SendRtp(Rtp.Packet(96, _sequence++, 0, Vp8Key, marker: true));
        await PassAsync(call, 5, second => Report(call, 200, packets: 1 + ((uint)second * 10)));

        Assert.InRange(call.Call.Report().Lines[0].FrozenSeconds, 3, 5);
    }

    [Fact]
    public async Task Pictures_of_which_only_parts_come_stand_still()
    {
        var call = await _test.ConnectAsync(change: o => o with { Audio = null, Video = [OfferText.Vp8] });
        call.Peer.SendRtp(Rtp.Packet(96, _sequence++, 0, Vp8Key, marker: true));
        await PassAsync(call, 4, second =>
        {
            _sequence++;
            call.Peer.SendRtp(Rtp.Packet(96, _sequence++, (uint)second * 90_000, [0x80, 0, 1], marker: true));
        });
        Assert.True(call.Call.Report().HasFrozenVideo);

        call.Peer.SendRtp(Rtp.Packet(96, _sequence++, 900_000, Vp8Key, marker: true));
        await call.Peer.CheckAsync();
        var frozen = call.Call.Report().Lines[0].FrozenSeconds;
        Assert.InRange(frozen, 3, 4);
        await PassAsync(call, 1, _ => { });
        Assert.Equal(frozen, call.Call.Report().Lines[0].FrozenSeconds);
    }

    [Fact]
    public async Task A_picture_that_is_held_is_not_frozen()
    {
        var call = await _test.ConnectAsync(change: o => o with { Audio = null, Video = [OfferText.Vp8] });
        call.Peer.SendRtp(Rtp.Packet(96, _sequence++, 0, Vp8Key, marker: true));
        await call.Peer.CheckAsync();

        call.Call.Reoffer((call.Offer with { VideoDirection = "inactive" }).ToString());
        await PassAsync(call, 10, _ => { });
        call.Call.Reoffer(call.Offer.ToString());
        await PassAsync(call, 1, _ => { });
        Assert.False(call.Call.Report().HasFrozenVideo);

        await PassAsync(call, 5, _ => { });
        Assert.True(call.Call.Report().HasFrozenVideo);
    }

    [Fact]
    public async Task Lone_seconds_in_which_one_side_alone_sends_do_not_add_up()
    {
        var call = await _test.ConnectAsync(new MediaOptions { Source = MediaSource.Silence });
        await PassAsync(call, 60, second =>
        {
            if (second % 2 == 0)
            {
                call.Peer.SendRtp(Rtp.Packet(111, _sequence++, (uint)second * 48_000, [1]));
            }
        });

        Assert.Equal((false, 0), (call.Call.Report().HasOneWayAudio, call.Call.Report().Lines[0].OnlyOutSeconds));
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

    private static void Report(ConnectedCall call, int type, uint packets)
    {
        byte[] report = type == 200 ? [0x80, 200, 0, 6, .. new byte[24]] : [0x80, 201, 0, 1, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(report.AsSpan(4), Rtp.Ssrc);
        if (type == 200)
        {
            BinaryPrimitives.WriteUInt32BigEndian(report.AsSpan(20), packets);
        }

        if (type != 0)
        {
            call.Peer.SendRtcp(report);
        }
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
