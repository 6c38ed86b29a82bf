using CecSim.Server.Tests.Gateway;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control.Stream;

/// <summary>What the customer of a real call does with its media, in the stream.</summary>
public sealed class MediaStreamTests
{
    [Fact]
    public async Task Media_that_connect_keys_and_the_last_report_are_told()
    {
        await using var cec = await StartAsync();
        using var stream = await SseReader.FollowAsync(cec);
        await using var peer = new TestPeer();
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        await peer.ConnectAsync(
            await phone.InviteAsync(call.AccessCode, call.Domain, offer: peer.Offer.ToString()));
        var connected = (await stream.NextAsync("media"))["media"]!;
        peer.SendRtp(Rtp.Loud(111, 1, 960, level: 7, [1]));
        await peer.NextRtpAsync();
        await phone.PressAsync('7', call.Domain);
        var pressed = (await stream.NextAsync("media"))["media"]!;
        await call.Client.DropAsync();
        var ended = (await stream.NextAsync("media"))["media"]!;

        Assert.Equal((1, "connected"), ((int)connected["callId"]!, (string?)connected["what"]));
        Assert.Null(connected["report"]);
        Assert.Equal(
            (1, "pressed", "7"), ((int)pressed["callId"]!, (string?)pressed["what"], (string?)pressed["keys"]));
        Assert.Equal((1, "ended"), ((int)ended["callId"]!, (string?)ended["what"]));
        Assert.Equal(
            ("closed", true, 1),
            ((string?)ended["report"]!["end"], (bool)ended["report"]!["heardAudio"]!,
                (int)ended["report"]!["lines"]![0]!["packetsIn"]!));
    }
}
