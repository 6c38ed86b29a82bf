using CecSim.Telephony.Calling;
using CecSim.Telephony.Calling.Signalling;
using CecSim.Telephony.Sip.Messages;
using CecSim.Telephony.Tests.Sip;

namespace CecSim.Telephony.Tests.Calling;

/// <summary>What a caller says and answers in a call, read as text.</summary>
public sealed class CallerAnswersTests
{
    private static readonly CallPlan Plan = new()
    {
        Gateway = new Uri("wss://gw.test/sip"),
        Domain = "cec.test",
        Number = "1790",
        Caller = "AnonymousCard",
    };

    private readonly CallerDialog _dialog = new(Plan);

    [Fact]
    public void An_invite_says_who_calls_whom_over_what()
    {
        var invite = Written(_dialog.Invite("v=0\r\n"));

        Assert.Equal("INVITE sip:1790@cec.test SIP/2.0", invite.StartLine);
        Assert.Matches("^SIP/2.0/WSS [0-9a-f]{16}.invalid;branch=z9hG4bK[0-9a-f]{16}$", invite["Via"]);
        Assert.StartsWith("<sip:AnonymousCard@cec.test>;tag=", invite["From"], StringComparison.Ordinal);
        Assert.Equal("<sip:1790@cec.test>", invite["To"]);
        Assert.Equal(("1 INVITE", "application/sdp", "v=0\r\n"), (invite["CSeq"], invite["Content-Type"], invite.Body));
    }

    [Fact]
    public void A_dialog_follows_the_routes_and_the_contact_of_its_answer()
    {
        var invite = Written(_dialog.Invite("v=0\r\n"));
        _dialog.Establish(Answer(
            $"SIP/2.0 200 OK\r\nVia: {invite["Via"]}\r\nFrom: {invite["From"]}\r\nTo: {invite["To"]};tag=gw\r\n" +
            $"Call-ID: {invite["Call-ID"]}\r\nCSeq: 1 INVITE\r\nContact: <sip:gw@192.0.2.1:5060>\r\n" +
            "Record-Route: <sip:outer.test;lr>, <sip:inner.test;lr>\r\nContent-Length: 0\r\n\r\n"));

        var acknowledge = Written(_dialog.Acknowledge());
        var bye = Written(_dialog.Bye());

        Assert.Equal(("ACK sip:gw@192.0.2.1:5060 SIP/2.0", "1 ACK"), (acknowledge.StartLine, acknowledge["CSeq"]));
        Assert.NotEqual(invite["Via"], acknowledge["Via"]);
        Assert.Equal(["<sip:inner.test;lr>", "<sip:outer.test;lr>"], bye.All("Route"));
        Assert.Equal(("2 BYE", "gw"), (bye["CSeq"], bye.ToTag));
    }

    [Fact]
    public void What_is_taken_back_and_what_is_refused_stay_in_the_transaction_of_the_invite()
    {
        var invite = Written(_dialog.Invite("v=0\r\n"));

        var cancel = Written(_dialog.Cancel());
        Assert.Equal((invite["Via"], "1 CANCEL"), (cancel["Via"], cancel["CSeq"]));
        var acknowledge = Written(_dialog.AcknowledgeRefusal(Answer(
            $"SIP/2.0 486 Busy\r\nVia: {invite["Via"]}\r\nFrom: {invite["From"]}\r\nTo: {invite["To"]};tag=gw\r\n" +
            $"Call-ID: {invite["Call-ID"]}\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n")));
        Assert.Equal((invite["Via"], "1 ACK", "gw"), (acknowledge["Via"], acknowledge["CSeq"], acknowledge.ToTag));
    }

    [Theory]
    [InlineData("BYE", 200)]
    [InlineData("INFO", 200)]
    [InlineData("OPTIONS", 200)]
    [InlineData("CANCEL", 481)]
    [InlineData("REFER", 405)]
    [InlineData("UPDATE", 405)]
    public void A_request_of_the_gateway_is_answered_as_its_method_deserves(string method, int status)
    {
        var answer = Written(CallerAnswers.To(Request(method), _dialog, _ => new InviteDecision.Refuse(488)));

        Assert.Equal(status, answer.Status);
        Assert.Equal(method is "OPTIONS" or "REFER" or "UPDATE", answer["Allow"] is not null);
    }

    [Theory]
    [InlineData("application/sdp", "v=0\r\n", 200, "v=0 answer")]
    [InlineData("application/sdp", "unwanted", 488, "")]
    [InlineData("text/plain", "v=0\r\n", 415, "")]
    [InlineData("application/sdp", "", 200, "v=0 answer")]
    public void A_later_offer_is_answered_or_refused(string type, string offer, int status, string expected)
    {
        var answer = Written(CallerAnswers.To(
            Request("INVITE", type, offer), _dialog, sdp => sdp == "unwanted"
                ? new InviteDecision.Refuse(488) { Why = "It is not wanted" }
                : new InviteDecision.Answer("v=0 answer")));

        Assert.Equal((status, expected), (answer.Status, answer.Body));
        Assert.Equal(status == 200, answer["Contact"] is not null);
    }

    private static SipWireText Written(SipMessage message) => new(Encoding.UTF8.GetString(SipWriter.Write(message)));

    private static SipResponse Answer(string text) => (SipResponse)Sound(text);

    private static SipRequest Request(string method, string type = "text/plain", string body = "") => (SipRequest)Sound(
        $"{method} sip:x@y.invalid SIP/2.0\r\nVia: SIP/2.0/WS gw.invalid;branch=z9hG4bKabc\r\n" +
        "From: <sip:a@b.c>;tag=gw\r\nTo: <sip:x@y.invalid>;tag=me\r\nCall-ID: c\r\n" +
        $"CSeq: 7 {method}\r\nMax-Forwards: 70\r\n" +
        $"Content-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n{body}");

    private static SipMessage Sound(string text) =>
        Assert.IsType<SipParseResult.Sound>(SipReader.Read(Encoding.UTF8.GetBytes(text))).Message;
}
