namespace CecSim.Server.Tests.Gateway;

/// <summary>What the control API tells of a call's media, which here are real. Read from the wire.</summary>
public sealed class CallMediaTests
{
    private const string Path = $"{ControlAnswers.Space}/calls/1/media";

    [Fact]
    public async Task The_way_the_keys_and_every_packet_are_told()
    {
        await using var cec = await TestCec.StartAsync();
        await using var peer = new TestPeer();
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        var answer = await phone.InviteAsync(call.AccessCode, call.Domain, offer: peer.Offer.ToString());
        await peer.ConnectAsync(answer);
        foreach (var sequence in new[] { 1, 2, 4 })
        {
            peer.SendRtp(Rtp.Loud(111, sequence, (uint)sequence * 960, level: 7, [1, 2, 3]));
            await peer.NextRtpAsync();
        }

        var media = await cec.ReadAsync(Path);

        Assert.Equal(
            (1, true, false, false, false),
            ((int)media["callId"]!, (bool)media["heardAudio"]!, (bool)media["sawVideo"]!, (bool)media["oneWayAudio"]!,
                (bool)media["frozenVideo"]!));
        Assert.Equal("connected", (string?)media["ice"]!["state"]);
        Assert.StartsWith("127.0.0.1:", (string?)media["ice"]!["local"], StringComparison.Ordinal);
        Assert.Equal(peer.Local.ToString(), (string?)media["ice"]!["remote"]);
        Assert.Equal(
            ("connected", "aeadAes128Gcm", true),
            ((string?)media["dtls"]!["state"], (string?)media["dtls"]!["profile"],
                (bool?)media["dtls"]!["fingerprintMatches"]));
        Assert.Null(media["end"]);
        Assert.InRange((double)media["connectedAfterMs"]!, 0, 20_000);
        var line = Assert.Single(media["lines"]!.AsArray())!;
        Assert.Equal(
            ("opus", "sendReceive", 3, 3, 1, -7, 3),
            ((string?)line["codec"], (string?)line["direction"], (int)line["packetsIn"]!, (int)line["packetsOut"]!,
                (int)line["lostIn"]!, (int)line["peakLevel"]!, (int)line["voicedPackets"]!));
    }

    [Fact]
    public async Task A_call_that_is_over_still_tells_of_its_media()
    {
        await using var cec = await TestCec.StartAsync();
        await using var peer = new TestPeer();
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        await peer.ConnectAsync(
            await phone.InviteAsync(call.AccessCode, call.Domain, offer: peer.Offer.ToString()));
        peer.SendRtp(Rtp.Loud(111, 1, 960, level: 7, [1]));
        await peer.NextRtpAsync();

        await phone.ByeAsync(call.Domain);
        Assert.Contains("168110", (await call.Client.PollAsync()).Body, StringComparison.Ordinal);

        var media = await cec.ReadAsync(Path);
        Assert.Equal(("closed", true), ((string?)media["end"], (bool)media["heardAudio"]!));
    }

    [Fact]
    public async Task Media_that_both_sides_end_at_once_end_once()
    {
        await using var cec = await TestCec.StartAsync();
        foreach (var _ in Enumerable.Range(0, 10))
        {
            await using var peer = new TestPeer();
            var invited = await InvitedCall.ConnectAsync(cec);
            using var phone = await invited.OpenPhoneAsync();
            await peer.ConnectAsync(
                await phone.InviteAsync(invited.AccessCode, invited.Domain, offer: peer.Offer.ToString()));
            var call = cec.Gateway.Calls.Single();
            using var start = new Barrier(4);

            await Task.WhenAll(Enumerable.Range(0, start.ParticipantCount).Select(side => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    call.Leave(side % 2 == 0 ? MediaEnding.HungUp : MediaEnding.SignallingLost);
                },
                TestContext.Current.CancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));

            Assert.Single(call.Moments, m => m.What.StartsWith("over", StringComparison.Ordinal));
            await phone.ByeAsync(invited.Domain);
        }
    }

    [Fact]
    public async Task A_line_that_is_refused_is_told_with_its_reason()
    {
        await using var cec = await TestCec.StartAsync();
        await using var peer = new TestPeer();
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        var offer = peer.Offer with { Video = ["98 VP9/90000"] };
        await peer.ConnectAsync(await phone.InviteAsync(call.AccessCode, call.Domain, offer: offer.ToString()));

        var line = (await cec.ReadAsync(Path))["lines"]![1]!;

        Assert.Equal(
            ("1", "video", null, "refused", "none of its codecs is VP8 or H264"),
            ((string?)line["mid"], (string?)line["kind"], (string?)line["codec"], (string?)line["state"],
                (string?)line["reason"]));
    }

    [Fact]
    public async Task Who_never_called_has_no_media()
    {
        await using var cec = await TestCec.StartAsync();
        await InvitedCall.ConnectAsync(cec);
        var door = new ControlApiClient(cec.Http);

        (await door.GetAsync("spaces/demo/calls/1/media")).MustBeProblem(409, "no-media");
        (await door.GetAsync("spaces/demo/calls/2/media")).MustBeProblem(404, "call-unknown");
    }
}
