using CecSim.Server.Tests.Gateway;

namespace CecSim.Server.Tests.Telemetry;

/// <summary>What the gateway counts, holds and passes over, as a listener hears it and the process shows it.</summary>
public sealed class GatewayMetricsTests
{
    [Fact]
    public async Task A_call_is_held_while_it_lasts_and_its_packets_and_strangers_are_counted()
    {
        await using var cec = await TestCec.StartAsync();
        using var readings = new Readings(cec.Spaces);
        await using var peer = new TestPeer();
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        var answer = await phone.InviteAsync(call.AccessCode, call.Domain, offer: peer.Offer.ToString());
        await peer.ConnectAsync(answer);
        Assert.StartsWith(
            "cecsim.media.connect.duration ",
            await readings.NextAsync("cecsim.media.connect.duration"),
            StringComparison.Ordinal);

        peer.SendRtp(Rtp.Packet(111, 1, 960, [1]));
        await peer.NextRtpAsync();
        Assert.Equal(
            "cecsim.media.packets 1 cecsim.direction=in", await readings.NextAsync("cecsim.media.packets"));
        Assert.Equal(
            "cecsim.media.packets 1 cecsim.direction=out", await readings.NextAsync("cecsim.media.packets"));

        using var stranger = new UdpClient();
        var port = int.Parse(SdpLines.Value(answer, "a=candidate:").Split(' ')[5]);
        await stranger.SendAsync(
            new byte[] { 0x80, 0, 0, 0 }, new IPEndPoint(IPAddress.Loopback, port), TestCec.TestEnds);
        await Eventually.IsTrueAsync(
            "the stranger's packet",
            () => readings.Look().Contains("cecsim.nuisances 1 cecsim.nuisance=media.strangers"));
        Assert.Contains("cecsim.gateway.held 1 cecsim.held=sip.calls", readings.Look());
        Assert.Contains("cecsim.gateway.held 1 cecsim.held=media.calls", readings.Look());
        var process = await cec.ReadAsync("/_cecsim/process");
        Assert.Equal(
            (1, 1), ((int)process["gateway"]!["sipCalls"]!, (int)process["gateway"]!["mediaCalls"]!));
        Assert.Contains(
            process["nuisances"]!.AsArray(), n => (string?)n!["name"] == "media.strangers" && (long)n["count"]! == 1);

        await phone.ByeAsync(call.Domain);
        Assert.Equal(
            "cecsim.media.ended 1 cecsim.end=closed", await readings.NextAsync("cecsim.media.ended"));
    }
}
