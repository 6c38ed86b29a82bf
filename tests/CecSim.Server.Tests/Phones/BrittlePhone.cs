using CecSim.Server.Tests.Gateway;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Tests.Phones;

/// <summary>A registered softphone whose connection throws when an INVITE is to be sent.</summary>
internal sealed class BrittlePhone(SipServer server) : SipFlow(SipTransport.Tcp, null)
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

    internal override void Send(ReadOnlyMemory<byte> message)
    {
        _last = Encoding.UTF8.GetString(message.Span);
        if (_last.StartsWith("INVITE", StringComparison.Ordinal))
        {
            throw new FormatException("made by a test");
        }
    }

    private void Ask(string account, int number, string extra) => server.Reception.Receive(this, Encoding.UTF8.GetBytes(
        "REGISTER sip:localhost SIP/2.0\r\n" +
        $"Via: SIP/2.0/TCP phone.invalid;branch=z9hG4bK-brittle-{number}\r\n" +
        "Max-Forwards: 70\r\n" +
        $"From: <sip:{account}@localhost>;tag=brittle\r\n" +
        $"To: <sip:{account}@localhost>\r\n" +
        "Call-ID: brittle\r\n" +
        $"CSeq: {number} REGISTER\r\n" +
        $"Contact: <sip:{account}@127.0.0.1;transport=tcp>\r\n" +
        $"{extra}Content-Length: 0\r\n\r\n"));
}
