using System.Threading.Channels;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Tests.Gateway;

/// <summary>A phone whose connection throws once, at a message that a test says, or at its end.</summary>
internal sealed partial class BrittleFlow(SipServer server, InvitedCall call)
    : SipFlow(SipTransport.Ws, null, server.Trace)
{
    private readonly Channel<string> _sent = Channel.CreateUnbounded<string>();
    private string _tag = "";

    /// <summary>The first word of a message that cannot be sent; <c>drop</c> for the end of the connection.</summary>
    public string? ThrowsAt { get; set; }

    internal override bool IsOpen => true;

    internal override string LocalHost => "cecsim.invalid";

    public override void Drop() => ThrowIf("drop");

    /// <summary>Calls, and acknowledges the answer.</summary>
    public async Task ConnectAsync()
    {
        Send("INVITE", 1, await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Offers", "chromium-audio.sdp"), TestCec.TestEnds));
        string answer;
        do
        {
            answer = await _sent.Reader.ReadAsync(TestCec.TestEnds);
        }
        while (answer.StartsWith("SIP/2.0 1", StringComparison.Ordinal));

        Assert.StartsWith("SIP/2.0 200 ", answer, StringComparison.Ordinal);
        _tag = ToTag().Match(answer).Value;
        Send("ACK", 1);
    }

    public void Press(char key) => Send("INFO", 2, $"{key}", "application/dtmf");

    private protected override void Write(ReadOnlyMemory<byte> message)
    {
        var text = Encoding.UTF8.GetString(message.Span);
        ThrowIf(text[..text.IndexOf(' ', StringComparison.Ordinal)]);
        _sent.Writer.TryWrite(text);
    }

    private void ThrowIf(string what)
    {
        if (what == ThrowsAt)
        {
            ThrowsAt = null;
            throw new FormatException("made by a test");
        }
    }

    private void Send(string method, int number, string body = "", string type = "application/sdp") =>
        server.Reception.Receive(this, Encoding.UTF8.GetBytes(
            $"{method} sip:{call.AccessCode}@{call.Domain} SIP/2.0\r\n" +
            $"Via: SIP/2.0/WS phone.invalid;branch=z9hG4bK-{method}-{number}\r\n" +
            "Max-Forwards: 70\r\n" +
            $"To: <sip:{call.AccessCode}@{call.Domain}>{_tag}\r\n" +
            $"From: <sip:AnonymousCard@{call.Domain}>;tag=brittle\r\n" +
            "Call-ID: brittle\r\n" +
            $"CSeq: {number} {method}\r\n" +
            "Contact: <sip:x@phone.invalid;transport=ws>\r\n" +
            (body.Length == 0 ? "" : $"Content-Type: {type}\r\n") +
            $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));

    [GeneratedRegex("(?<=^To:.*);tag=[^;\\s]+", RegexOptions.Multiline)]
    private static partial Regex ToTag();
}
