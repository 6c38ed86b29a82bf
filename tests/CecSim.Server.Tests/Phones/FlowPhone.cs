using CecSim.Server.Tests.Gateway;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Tests.Phones;

/// <summary>A softphone in the hand of the test, by a connection that is none.</summary>
/// <param name="take">Is given each message as it is sent, and may throw.</param>
internal sealed class FlowPhone(SipServer server, Action<string> take)
    : SipFlow(SipTransport.Tcp, null, server.Trace)
{
    private string _last = "";

    internal override bool IsOpen => true;

    internal override string LocalHost => "127.0.0.1";

    public void Register(string account, string password)
    {
        Ask(account, 1, "");
        Ask(account, 2, SoftphoneTests.Digest(_last, "localhost", account, password));
        Assert.StartsWith("SIP/2.0 200 ", _last, StringComparison.Ordinal);
    }

    private protected override void Write(ReadOnlyMemory<byte> message)
    {
        _last = Encoding.UTF8.GetString(message.Span);
        take(_last);
    }

    /// <param name="request">As it came.</param>
    /// <param name="status">For example <c>180 Ringing</c>.</param>
    public void Answer(string request, string status)
    {
        var lines = request.Split("\r\n");
        server.Reception.Receive(this, Encoding.UTF8.GetBytes(
            $"SIP/2.0 {status}\r\n{Own("Via")}\r\n{Own("From")}\r\n{Own("To")};tag=phone\r\n{Own("Call-ID")}\r\n" +
            $"{Own("CSeq")}\r\nContent-Length: 0\r\n\r\n"));

        string Own(string header) => lines.First(l => l.StartsWith($"{header}: ", StringComparison.Ordinal));
    }

    private void Ask(string account, int number, string extra) => server.Reception.Receive(this, Encoding.UTF8.GetBytes(
        "REGISTER sip:localhost SIP/2.0\r\n" +
        $"Via: SIP/2.0/TCP phone.invalid;branch=z9hG4bK-flow-{number}\r\n" +
        "Max-Forwards: 70\r\n" +
        $"From: <sip:{account}@localhost>;tag=flow\r\n" +
        $"To: <sip:{account}@localhost>\r\n" +
        "Call-ID: flow\r\n" +
        $"CSeq: {number} REGISTER\r\n" +
        $"Contact: <sip:{account}@127.0.0.1;transport=tcp>\r\n" +
        $"{extra}Content-Length: 0\r\n\r\n"));
}
