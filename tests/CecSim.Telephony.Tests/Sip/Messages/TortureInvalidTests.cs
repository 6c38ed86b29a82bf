using static CecSim.Telephony.Tests.Sip.Messages.SipText;

namespace CecSim.Telephony.Tests.Sip.Messages;

/// <summary>What RFC 4475 says of its invalid messages, on messages of our own. The section stands at each.</summary>
public sealed class TortureInvalidTests
{
    private const string Options = "OPTIONS sip:9001@cec.test SIP/2.0";
    private const string NotThreeWords = "The request line is not three words and two spaces";

    [Theory]
    [InlineData("3.1.2.1", "Via: SIP/2.0/UDP 192.0.2.15;;,;,,", "Malformed Via")]
    [InlineData("3.1.2.1", "Contact: \"Joe\" <sip:joe@cec.test>;;;;", "Malformed Contact")]
    [InlineData("3.1.2.2", "Content-Length: 9999", "Content-Length is 9999 but 0 bytes follow")]
    [InlineData("3.1.2.3", "Content-Length: -999", "Content-Length is not a number")]
    [InlineData("3.1.2.4", "CSeq: 36893488147419103232 OPTIONS", "Malformed CSeq")]
    [InlineData("3.1.2.4", "Max-Forwards: 300", "Malformed Max-Forwards")]
    [InlineData("3.1.2.6", "To: \"Mr. J. User <sip:j.user@cec.test>", "Malformed To")]
    [InlineData("3.1.2.13", "Contact: sip:user@cec.test?Route=%3Csip:proxy.test%3E", "Malformed Contact")]
    [InlineData("3.1.2.17", "CSeq: 8 INVITE", "The CSeq names another method")]
    [InlineData("3.3.1", "-Call-ID", "Missing Call-ID")]
    [InlineData("3.3.1", "-From", "Missing From")]
    [InlineData("3.3.1", "-To", "Missing To")]
    [InlineData("3.3.1", "-CSeq", "Missing CSeq")]
    [InlineData("3.3.8", "From: <sip:a@cec.test>;tag=1\r\nFrom: <sip:b@cec.test>;tag=2", "More than one From")]
    [InlineData("3.3.8", "Call-ID: 1\r\nCall-ID: 2", "More than one Call-ID")]
    [InlineData("3.3.8", "CSeq: 5 OPTIONS\r\nCSeq: 59 OPTIONS", "More than one CSeq")]
    [InlineData("3.3.8", "Max-Forwards: 5\r\nMax-Forwards: 6", "More than one Max-Forwards")]
    [InlineData("3.3.9", "Content-Length: 13\r\nContent-Length: 5", "More than one Content-Length")]
    public void A_header_that_cannot_be_trusted_is_a_bad_request(string section, string header, string reason)
    {
        var fault = Fault(Text(Options, header));

        Assert.True((400, reason) == (fault.Status, fault.Reason), $"{section}: {fault}");
    }

    [Theory]
    [InlineData("3.1.2.7", "OPTIONS <sip:9001@cec.test> SIP/2.0", "Malformed Request-URI")]
    [InlineData("3.1.2.8", "OPTIONS sip:9001@cec.test; lr SIP/2.0", NotThreeWords)]
    [InlineData("3.1.2.9", "OPTIONS  sip:9001@cec.test  SIP/2.0", NotThreeWords)]
    [InlineData("3.1.2.10", "OPTIONS sip:9001@cec.test SIP/2.0  ", NotThreeWords)]
    [InlineData("3.1.2.11", "OPTIONS sip:9001@cec.test?Route=%3Csip:x%3E SIP/2.0", "The Request-URI has headers")]
    [InlineData("3.1.2.18", "NEWMETHOD sip:9001@cec.test SIP/2.0", "The CSeq names another method")]
    public void A_request_line_that_is_not_by_the_letter_is_a_bad_request(string section, string line, string reason)
    {
        var fault = Fault(Text(line, "CSeq: 1 OPTIONS"));

        Assert.True((400, reason) == (fault.Status, fault.Reason), $"{section}: {fault}");
    }

    // 3.1.2.16
    [Fact]
    public void Another_version_is_not_supported() =>
        Assert.Equal(505, Fault(Text("OPTIONS sip:t@cec.test SIP/7.0")).Status);

    // 3.1.2.5 and 3.1.2.19: nobody answers a response, so it disappears.
    [Theory]
    [InlineData("SIP/2.0 503 Service Unavailable", "CSeq: 9292394834772304023312 OPTIONS")]
    [InlineData("SIP/2.0 4294967301 better not break the receiver", "Subject: none")]
    [InlineData("SIP/2.0 200 OK", "-Call-ID")]
    public void A_malformed_response_is_dropped(string line, string header) => Unreadable(Text(line, header));

    [Fact]
    public void A_malformed_ACK_is_dropped_since_nothing_answers_an_ACK() =>
        Unreadable(Text("ACK sip:9001@cec.test SIP/2.0", "-Call-ID"));

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: cec.test\r\n\r\n")]
    [InlineData("OPTIONS sip:9001@cec.test SIP/2.0\r\n\r\n")]
    public void What_has_no_sender_to_answer_is_dropped(string text) => Unreadable(text);
}
