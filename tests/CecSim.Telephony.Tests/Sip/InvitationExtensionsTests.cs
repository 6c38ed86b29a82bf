namespace CecSim.Telephony.Tests.Sip;

/// <summary>INVITEs of this side, to phones with extensions: RFC 3262 and RFC 4028.</summary>
public sealed class InvitationExtensionsTests
{
    private readonly InvitationBench _bench = new();

    [Fact]
    public void A_phone_is_told_which_extensions_there_are()
    {
        var phone = _bench.Register();
        _bench.Invite();

        var invite = phone.Take();
        Assert.Equal(("timer, 100rel", null), (invite["Supported"], invite["Session-Expires"]));
        Assert.Contains("PRACK", invite["Allow"], StringComparison.Ordinal);
    }

    // RFC 3262, section 4.
    [Fact]
    public void A_reliable_180_is_acknowledged_once_and_the_call_goes_on_from_there()
    {
        var phone = _bench.Register();
        _bench.Invite();
        var invite = phone.Take();

        Answer(phone, invite, "180 Ringing", "Require: 100rel\r\nRSeq: 776655\r\n");

        var prack = phone.Take();
        Assert.Equal(
            ("PRACK sip:1001@127.0.0.1:5099 SIP/2.0", "2 PRACK", "776655 1 INVITE"),
            (prack.StartLine, prack["CSeq"], prack["RAck"]));
        Assert.EndsWith(";tag=phone", prack["To"], StringComparison.Ordinal);
        Answer(phone, prack, "200 OK");

        // One that comes again is dropped, and so is one before which another is missing.
        Answer(phone, invite, "180 Ringing", "Require: 100rel\r\nRSeq: 776655\r\n");
        Answer(phone, invite, "183 Session Progress", "Require: 100rel\r\nRSeq: 776657\r\n");
        Assert.Null(phone.Next());
        Answer(phone, invite, "183 Session Progress", "Require: 100rel\r\nRSeq: 776656\r\n");
        Assert.Equal(("776656 1 INVITE", "3 PRACK"), phone.Take() is var next ? (next["RAck"], next["CSeq"]) : default);

        Answer(phone, invite, "200 OK", "", Caller.Answer);
        Assert.Equal("1 ACK", phone.Take()["CSeq"]);
        _bench.Call!.HangUp("enough");
        var bye = phone.TakeAll().Find(w => w.StartLine.StartsWith("BYE ", StringComparison.Ordinal))!;
        Assert.Equal("4 BYE", bye["CSeq"]);
    }

    [Fact]
    public void A_provisional_answer_without_100rel_is_not_acknowledged()
    {
        var phone = _bench.Register();
        _bench.Invite();

        Answer(phone, phone.Take(), "180 Ringing", "RSeq: 1\r\n");

        Assert.Null(phone.Next());
        Assert.Equal(["alerts 180"], _bench.Told);
    }

    // RFC 4028, section 7.2: the phone may want to be refreshed by this side, or do it itself.
    [Theory]
    [InlineData("uac", "UPDATE", 50)]
    [InlineData("uas", "BYE", 68)]
    public void A_phone_that_wants_a_session_timer_has_one(string refresher, string first, int after)
    {
        var phone = _bench.Register();
        _bench.Invite();
        Answer(
            phone,
            phone.Take(),
            "200 OK",
            $"Allow: INVITE, UPDATE\r\nRequire: timer\r\nSession-Expires: 100;refresher={refresher}\r\n",
            Caller.Answer);
        phone.TakeAll();

        _bench.Sip.Time.Advance(TimeSpan.FromSeconds(after - 1));
        Assert.Null(phone.Next());
        _bench.Sip.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.StartsWith($"{first} ", phone.Take().StartLine, StringComparison.Ordinal);
    }

    private static void Answer(Phone phone, SipWireText request, string status, string headers = "", string sdp = "") =>
        phone.Send(
            $"SIP/2.0 {status}\r\nVia: {request["Via"]}\r\nFrom: {request["From"]}\r\n" +
            $"To: {request["To"]!.Split(";tag=")[0]};tag=phone\r\n" +
            $"Call-ID: {request["Call-ID"]}\r\nCSeq: {request["CSeq"]}\r\n" +
            $"Contact: <sip:1001@127.0.0.1:5099>\r\n{headers}" +
            (sdp.Length == 0 ? "" : "Content-Type: application/sdp\r\n") +
            $"Content-Length: {sdp.Length}\r\n\r\n{sdp}");
}
