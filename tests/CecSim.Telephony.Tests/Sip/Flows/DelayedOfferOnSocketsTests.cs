using static CecSim.Telephony.Tests.Sip.Messages.SipText;

namespace CecSim.Telephony.Tests.Sip.Flows;

/// <summary>Offers in a 200 and answers in an ACK, over sockets of both loopback addresses (RFC 3261, 13.2.1, 14.2).
/// </summary>
public sealed class DelayedOfferOnSocketsTests : IAsyncDisposable
{
    private readonly SipTestServer _bench = new();

    public ValueTask DisposeAsync() => _bench.Server.DisposeAsync();

    [Theory]
    [InlineData(ProtocolType.Udp, "127.0.0.1", "")]
    [InlineData(ProtocolType.Udp, "::1", "")]
    [InlineData(ProtocolType.Tcp, "127.0.0.1", ";transport=tcp")]
    [InlineData(ProtocolType.Tcp, "::1", ";transport=tcp")]
    public async Task An_invite_and_a_later_one_without_an_offer_are_given_one_that_their_acks_answer(
        ProtocolType protocol, string address, string transport)
    {
        var server = Listen(protocol, IPAddress.Parse(address));
        using var phone = new SocketPhone(protocol, server);
        _bench.Reoffer = sdp => ValueTask.FromResult<string?>(sdp.Length == 0 ? "v=0\r\ns=second offer\r\n" : null);

        await phone.SendAsync(Write(phone, protocol, "INVITE", 1, ""));
        var ok = await TakeFinalAsync(phone);
        await phone.SendAsync(Write(phone, protocol, "ACK", 1, ok.ToTag, "v=0\r\ns=first answer\r\n"));
        await phone.SendAsync(Write(phone, protocol, "INVITE", 2, ok.ToTag));
        var later = await TakeFinalAsync(phone);
        await phone.SendAsync(Write(phone, protocol, "ACK", 2, ok.ToTag, "v=0\r\ns=second answer\r\n"));
        await phone.SendAsync(Write(phone, protocol, "BYE", 3, ok.ToTag));
        var bye = await TakeFinalAsync(phone);

        Assert.Equal((200, Caller.Answer), (ok.Status, ok.Body));
        Assert.Equal($"<sip:cecsim@{server}{transport}>", ok["Contact"]);
        Assert.Equal((200, "v=0\r\ns=second offer\r\n"), (later.Status, later.Body));
        Assert.Equal(200, bye.Status);
        Assert.Equal(CallEndKind.CallerHungUp, await _bench.FirstEnd);
        Assert.Equal(
            ["answer v=0\r\ns=first answer\r\n", "answer v=0\r\ns=second answer\r\n", "ended CallerHungUp"],
            _bench.Heard);
    }

    [Theory]
    [InlineData(ProtocolType.Udp)]
    [InlineData(ProtocolType.Tcp)]
    public async Task An_ack_without_an_answer_is_hung_up_on_with_a_reason(ProtocolType protocol)
    {
        var server = Listen(protocol, IPAddress.Loopback);
        using var phone = new SocketPhone(protocol, server);

        await phone.SendAsync(Write(phone, protocol, "INVITE", 1, ""));
        var ok = await TakeFinalAsync(phone);
        await phone.SendAsync(Write(phone, protocol, "ACK", 1, ok.ToTag));
        var bye = await phone.TakeAsync();

        Assert.StartsWith("BYE ", bye.StartLine, StringComparison.Ordinal);
        Assert.StartsWith("SIP;cause=488;text=\"The ACK has no answer", bye["Reason"], StringComparison.Ordinal);
        Assert.Contains($"{protocol} {server};".ToUpperInvariant(), bye["Via"]!.ToUpperInvariant());
    }

    private IPEndPoint Listen(ProtocolType protocol, IPAddress address) => protocol == ProtocolType.Udp
        ? _bench.Server.ListenUdp(new IPEndPoint(address, 0)).LocalEndPoint
        : _bench.Server.ListenTcp(new IPEndPoint(address, 0)).LocalEndPoint;

    private static async Task<SipWireText> TakeFinalAsync(SocketPhone phone)
    {
        var answer = await phone.TakeAsync();
        return answer.Status == 100 ? await phone.TakeAsync() : answer;
    }

    private static string Write(
        SocketPhone phone, ProtocolType protocol, string method, int number, string toTag, string body = "")
    {
        List<string> headers =
        [
            $"Via: SIP/2.0/{protocol.ToString().ToUpperInvariant()} phone.test:{phone.Port};rport" +
                $";branch=z9hG4bK-{method}-{number}",
            $"To: <sip:9001@cec.test>{(toTag.Length > 0 ? $";tag={toTag}" : "")}",
            $"CSeq: {number} {method}",
            "Contact: <sip:ann@phone.test>",
            $"Content-Length: {body.Length}",
        ];
        if (body.Length > 0)
        {
            headers.Add("Content-Type: application/sdp");
        }

        return Text($"{method} sip:9001@cec.test SIP/2.0", [.. headers]) + body;
    }
}
