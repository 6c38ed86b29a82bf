namespace CecSim.Server.Tests.Gateway;

/// <summary>A caller that brings no offer and wants one: RFC 3261 section 13.2.1.</summary>
public sealed class DelayedOfferTests : IAsyncLifetime
{
    private const string Answer =
        "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n" +
        "m=audio 9 UDP/TLS/RTP/SAVPF 0\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\na=setup:active\r\na=rtcp-mux\r\n" +
        "a=ice-ufrag:peer\r\na=ice-pwd:a-password-of-22-letters-or-more\r\na=rtpmap:0 PCMU/8000\r\n" +
        "a=fingerprint:sha-256 00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:" +
        "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF\r\n" +
        "m=video 0 UDP/TLS/RTP/SAVPF 96\r\na=mid:1\r\n";

    private TestCec _cec = null!;

    public async ValueTask InitializeAsync() => _cec =
        await TestCec.StartAsync(new SpaceSettings { GatewayScheme = GatewayScheme.Ws });

    public async ValueTask DisposeAsync() => await _cec.DisposeAsync();

    [Fact]
    public async Task A_caller_without_an_offer_is_given_one_and_its_answer_makes_the_media()
    {
        var invited = await InvitedCall.ConnectAsync(_cec);
        using var phone = await invited.OpenPhoneAsync();

        var ok = await phone.InviteAsync(invited.AccessCode, invited.Domain, offer: "", answer: Answer);

        Assert.StartsWith("SIP/2.0 200 ", ok, StringComparison.Ordinal);
        Assert.Contains("\r\nm=audio ", ok, StringComparison.Ordinal);
        Assert.Contains("\r\na=setup:actpass\r\n", ok, StringComparison.Ordinal);
        Assert.StartsWith("SIP/2.0 200 ", await phone.ByeAsync(invited.Domain), StringComparison.Ordinal);
        var media = await _cec.ReadAsync($"{ControlAnswers.Space}/calls/1/media");
        Assert.Equal(["pcmu", null], media["lines"]!.AsArray().Select(l => (string?)l!["codec"]));
    }

    [Theory]
    [InlineData("", "The ACK has no answer to the offer that the 200 brought")]
    [InlineData("v=0\r\n", "The answer has no m-line with a port.")]
    public async Task A_caller_that_does_not_answer_is_hung_up_on_with_a_reason(string answer, string why)
    {
        var invited = await InvitedCall.ConnectAsync(_cec);
        using var phone = await invited.OpenPhoneAsync();

        await phone.InviteAsync(invited.AccessCode, invited.Domain, offer: "", answer: answer);

        var bye = await phone.ReceiveAsync();
        Assert.StartsWith("BYE ", bye, StringComparison.Ordinal);
        Assert.Contains($"\r\nReason: SIP;cause=488;text=\"{why}\"\r\n", bye, StringComparison.Ordinal);
        var found = Assert.Single(await _cec.FindingsAsync());
        Assert.Equal(
            ("sip-refused", why), ((string)found["code"]!, (string)found["cases"]![0]!["detail"]!));
    }
}
