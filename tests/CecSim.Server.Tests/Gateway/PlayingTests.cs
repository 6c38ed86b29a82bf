namespace CecSim.Server.Tests.Gateway;

/// <summary>What a customer hears of the agent's side.</summary>
public sealed class PlayingTests
{
    // With the extension that tells how loud it is.
    private const int HeaderBytes = 20;

    [Theory]
    [InlineData(GatewayPlay.Tone)]
    [InlineData(GatewayPlay.Prompt)]
    [InlineData(GatewayPlay.Music)]
    [InlineData(GatewayPlay.Silence)]
    public async Task A_space_plays_what_its_settings_say_to_a_customer_who_says_nothing(GatewayPlay play)
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings { GatewayPlays = play });
        await using var peer = new TestPeer();
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        await peer.ConnectAsync(
            await phone.InviteAsync(call.AccessCode, call.Domain, offer: peer.Offer.ToString()));

        var packets = new List<byte[]>();
        while (packets.Count < 10)
        {
            packets.Add(await peer.NextRtpAsync());
        }

        Assert.All(packets, p => Assert.Equal(111, Rtp.PayloadType(p)));
        var payloads = packets.Select(p => p.Length - HeaderBytes);
        Assert.All(payloads, l => Assert.True(play == GatewayPlay.Silence ? l <= 3 : l > 8));
    }

    [Fact]
    [Shows("10.1/holding-music")]
    public async Task A_customer_whom_the_agent_holds_hears_music_and_then_again_what_was_before()
    {
        await using var cec = await TestCec.StartAsync();
        await using var peer = new TestPeer();
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        await peer.ConnectAsync(
            await phone.InviteAsync(call.AccessCode, call.Domain, offer: peer.Offer.ToString()));
        var agent = new ControlApiClient(cec.Http);
        await cec.AdvanceAsync(2);

        Assert.Equal(200, (await agent.PostAsync("spaces/demo/agents/1001/hold", "{}")).Status);
        var hold = await phone.ReceiveAsync();
        Assert.StartsWith("INVITE ", hold, StringComparison.Ordinal);
        Assert.Contains("a=sendonly", hold, StringComparison.Ordinal);
        await phone.AcceptAsync(hold, (peer.Offer with { AudioDirection = "recvonly", Setup = "active" }).ToString());
        Assert.StartsWith("ACK ", await phone.ReceiveAsync(), StringComparison.Ordinal);
        Assert.True((await peer.NextRtpAsync()).Length > HeaderBytes + 8);

        Assert.Equal(200, (await agent.PostAsync("spaces/demo/agents/1001/retrieve", "{}")).Status);
        var back = await phone.ReceiveAsync();
        Assert.Contains("a=sendrecv", back, StringComparison.Ordinal);
        await phone.AcceptAsync(back, (peer.Offer with { Setup = "active" }).ToString());
        Assert.StartsWith("ACK ", await phone.ReceiveAsync(), StringComparison.Ordinal);
        peer.SendRtp(Rtp.Packet(111, 1, 960, [1, 2, 3]));
        byte[] heard;
        do
        {
            heard = Rtp.Payload(await peer.NextRtpAsync());
        }
        while (heard.Length != 3 || heard[2] != 3);
    }

    [Fact]
    [Shows("9/mute-silence")]
    public async Task A_customer_hears_silence_while_the_agent_is_muted()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings { GatewayPlays = GatewayPlay.Tone });
        await using var peer = new TestPeer();
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        await peer.ConnectAsync(
            await phone.InviteAsync(call.AccessCode, call.Domain, offer: peer.Offer.ToString()));
        var agent = new ControlApiClient(cec.Http);
        await cec.AdvanceAsync(2);
        await HearAsync(isSilence: false);

        Assert.Equal(200, (await agent.PostAsync("spaces/demo/agents/1001/mute", "{}")).Status);
        await HearAsync(isSilence: true);
        Assert.Equal(200, (await agent.PostAsync("spaces/demo/agents/1001/unmute", "{}")).Status);
        await HearAsync(isSilence: false);

        // What was on its way is the last of what was before.
        async Task HearAsync(bool isSilence)
        {
            while ((await peer.NextRtpAsync()).Length <= HeaderBytes + 3 != isSilence)
            {
            }
        }
    }
}
