using System.Net.WebSockets;

namespace CecSim.Server.Tests.Gateway;

/// <summary>"WebRTC registration does not support HTTP" (Connection Bar, 2 and 3), and who may go without.</summary>
public sealed class PlainGatewayTests
{
    private static readonly SpaceSettings Strict = new() { GatewayScheme = GatewayScheme.Wss };

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    [Shows("6/webrtc-not-http")]
    public async Task A_space_that_wants_wss_refuses_an_upgrade_by_HTTP_with_the_reason_and_takes_one_by_HTTPS()
    {
        await using var secure = await SecureCec.StartAsync(Strict);

        using var plain = await secure.Cec.Http.SendAsync(Upgrade(secure.Cec.Url("http")), TestEnds);
        using var phone = new ClientWebSocket();
        phone.Options.AddSubProtocol("sip");
        phone.Options.RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null;
        await phone.ConnectAsync(Sip(secure.Cec.Url("https"), "wss"), TestEnds);

        Assert.Equal(HttpStatusCode.Forbidden, plain.StatusCode);
        Assert.StartsWith(
            "WebRTC registration does not support HTTP (CEC 2.5.0 Agent Connection Bar, chapter 2)",
            plain.Headers.GetValues("X-CecSim-Why").Single(),
            StringComparison.Ordinal);
        Assert.Equal(WebSocketState.Open, phone.State);
    }

    [Fact]
    [Shows("6/webrtc-not-http")]
    public async Task Beside_a_space_that_takes_ws_its_INVITE_is_refused()
    {
        var lax = new SpaceSettings { Name = "lax", AppKey = "lax", AppSecret = "l", TenantSpaceId = "1" };
        await using var cec = await TestCec.StartAsync(new CecSimArgs
        {
            Spaces = [lax, Strict with { Name = "strict", AppKey = "strict", AppSecret = "s", TenantSpaceId = "2" }],
        });
        var call = await InvitedCall.ConnectAsync(cec, cec.Spaces.All[1]);
        Assert.StartsWith("wss://", (string?)call.Content["gwAddresses"]![0], StringComparison.Ordinal);
        using var phone = await BrowserPhone.OpenAsync($"{Sip(cec.Url("http"), "ws")}");

        var answer = await phone.InviteAsync(call.AccessCode, call.Domain);

        Assert.StartsWith("SIP/2.0 403 ", answer, StringComparison.Ordinal);
        Assert.Contains("does not support HTTP", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GatewayScheme.Auto, "gateway-without-tlsx1")]
    [InlineData(GatewayScheme.Ws, "")]
    [Shows("6/plain-ws-by-default")]
    public async Task A_call_by_plain_ws_is_found_once_for_each_user_unless_it_is_as_wanted(
        GatewayScheme setting, string found)
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings { GatewayScheme = setting });
        for (var i = 0; i < 2; i++)
        {
            var call = await InvitedCall.ConnectAsync(cec);
            using var phone = await call.OpenPhoneAsync();
            Assert.StartsWith(
                "SIP/2.0 200 ", await phone.InviteAsync(call.AccessCode, call.Domain), StringComparison.Ordinal);
            await call.Client.DropAsync();
            await call.Client.PollAsync();
        }

        Assert.Equal(found, await cec.FoundAsync());
        if (found.Length > 0)
        {
            var finding = Assert.Single(await cec.FindingsAsync());
            Assert.Equal(
                ("info", "FIDELITY.md", "u1"),
                ($"{finding["level"]}", $"{finding["document"]}", $"{finding["cases"]![0]!["user"]}"));
        }
    }

    private static Uri Sip(Uri server, string scheme) => new UriBuilder(server) { Scheme = scheme, Path = "/sip" }.Uri;

    private static HttpRequestMessage Upgrade(Uri server)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Sip(server, "http"));
        request.Headers.Add("Connection", "Upgrade");
        request.Headers.Add("Upgrade", "websocket");
        request.Headers.Add("Sec-WebSocket-Version", "13");
        request.Headers.Add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        request.Headers.Add("Sec-WebSocket-Protocol", "sip");
        return request;
    }
}
