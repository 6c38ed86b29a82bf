namespace CecSim.Telephony.Tests.Sip;

/// <summary>What is kept of what passes.</summary>
public sealed class SipTraceTests
{
    [Fact]
    public void The_messages_of_a_call_are_kept_in_the_order_in_which_they_passed_and_no_others()
    {
        var bench = new SipTestServer();
        var phone = Phone.OnWebSocket(bench.Server);
        new Caller(phone).Connect();
        phone.Send("\r\n\r\n");

        var passed = bench.Server.Trace.MessagesOf("call-1");

        Assert.Equal(
            ["in INVITE", "out SIP/2.0 100", "out SIP/2.0 200", "in ACK"],
            passed.Select(m => (m.IsIncoming ? "in " : "out ") + FirstWords(m)));
        Assert.All(passed, m => Assert.Equal(SipTransport.Ws, m.Transport));
        Assert.Equal(Caller.Offer, passed[0].Body);
        Assert.Contains(new SipHeader("Call-ID", "call-1"), passed[1].Headers);
        Assert.Empty(bench.Server.Trace.MessagesOf("call-2"));
    }

    [Fact]
    public void A_Call_ID_in_its_compact_form_and_a_request_that_is_refused_are_kept()
    {
        var bench = new SipTestServer();
        var phone = Phone.OnWebSocket(bench.Server);

        phone.Send(
            "OPTIONS sip:9001@cec.test SIP/2.0\r\nv: SIP/2.0/WS a.invalid;branch=z9hG4bK1\r\nMax-Forwards: 70\r\n" +
            "f: <sip:ann@cec.test>;tag=1\r\nt: <sip:9001@cec.test>\r\nI :  short \r\nCSeq: 7 INVITE\r\n\r\n");

        Assert.Equal(
            ["OPTIONS", "SIP/2.0 400"], bench.Server.Trace.MessagesOf("short").Select(FirstWords));
    }

    [Fact]
    public void Of_too_much_the_oldest_is_forgotten_and_counted()
    {
        var bench = new SipTestServer(new SipServerSettings
        {
            Trace = new() { CallIdsMax = 2, MessagesPerCallIdMax = 3 },
        });
        var phone = Phone.OnWebSocket(bench.Server);
        foreach (var name in (string[])["one", "two", "three"])
        {
            phone.Send(Options(name, 1));
            phone.Send(Options(name, 2));
        }

        Assert.Empty(bench.Server.Trace.MessagesOf("one"));
        Assert.Equal(
            ["SIP/2.0 200", "OPTIONS", "SIP/2.0 200"], bench.Server.Trace.MessagesOf("three").Select(FirstWords));
        Assert.Equal(3 + 3, bench.Server.Trace.DroppedCount);
    }

    [Fact]
    public void Where_nothing_is_to_be_kept_nothing_is()
    {
        var bench = new SipTestServer(new SipServerSettings { Trace = SipTraceSettings.Off });
        Phone.OnWebSocket(bench.Server).Send(Options("one", 1));

        Assert.Empty(bench.Server.Trace.MessagesOf("one"));
        Assert.Equal(0, bench.Server.Trace.DroppedCount);
    }

    private static string Options(string callId, int number) =>
        $"OPTIONS sip:cec.test SIP/2.0\r\nVia: SIP/2.0/WS a.invalid;branch=z9hG4bK{callId}{number}\r\n" +
        $"Max-Forwards: 70\r\nFrom: <sip:ann@cec.test>;tag=1\r\nTo: <sip:cec.test>\r\nCall-ID: {callId}\r\n" +
        $"CSeq: {number} OPTIONS\r\n\r\n";

    private static string FirstWords(TracedMessage message) => message.StartLine.Split(' ') switch
    {
        ["SIP/2.0", var status, ..] => $"SIP/2.0 {status}",
        [var method, ..] => method,
        _ => "",
    };
}
