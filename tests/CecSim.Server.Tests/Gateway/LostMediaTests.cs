namespace CecSim.Server.Tests.Gateway;

/// <summary>What becomes of a call whose media go, and of media that come by IPv4 to a port of both kinds.</summary>
public sealed class LostMediaTests
{
    [Fact]
    public async Task A_browser_that_no_longer_checks_has_lost_its_consent_and_is_not_said_to_have_hung_up()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs
        {
            Media = new() { Port = 0, ConsentLife = TimeSpan.FromSeconds(1) },
        });
        await using var peer = new TestPeer();
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        peer.Take(await phone.InviteAsync(call.AccessCode, call.Domain, offer: peer.Offer.ToString()));

        await peer.CheckAsync();

        Assert.StartsWith("BYE ", await phone.ReceiveAsync(), StringComparison.Ordinal);
        var last = JsonNode.Parse((await call.Client.PollAsync()).Body)!;
        Assert.Equal(
            (168110, 3, "abnormal release: the customer's media are gone (no consent)"),
            ((int)last["eventId"]!, (int)last["content"]!["causeId"]!, (string)last["content"]!["causeDesc"]!));
        var media = await cec.ReadAsync($"{ControlAnswers.Space}/calls/1/media");
        Assert.Equal("consentLost", (string?)media["end"]);
        Assert.Contains("RFC 7675", (string?)media["why"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_bound_to_every_address_of_IPv6_takes_media_of_IPv4()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs
        {
            Media = new() { Port = 0, BindAddress = IPAddress.IPv6Any },
        });
        await using var peer = new TestPeer();
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();

        await peer.ConnectAsync(
            await phone.InviteAsync(call.AccessCode, call.Domain, offer: peer.Offer.ToString()));

        var media = await cec.ReadAsync($"{ControlAnswers.Space}/calls/1/media");
        Assert.StartsWith("127.0.0.1:", (string?)media["ice"]!["remote"], StringComparison.Ordinal);
        Assert.StartsWith("127.0.0.1:", (string?)media["ice"]!["local"], StringComparison.Ordinal);
    }
}
