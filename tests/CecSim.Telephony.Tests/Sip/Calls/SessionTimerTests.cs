namespace CecSim.Telephony.Tests.Sip.Calls;

/// <summary>Calls that have to be refreshed: RFC 4028.</summary>
public sealed class SessionTimerTests
{
    private const string Timer = "Supported: timer\r\n";

    private readonly SipTestServer _bench = new();
    private readonly Phone _phone;
    private readonly Caller _caller;

    public SessionTimerTests()
    {
        _phone = Phone.OnWebSocket(_bench.Server);
        _caller = new Caller(_phone);
    }

    // Section 9, table 2.
    [Theory]
    [InlineData(Timer, "1800", "1800;refresher=uac", "timer")]
    [InlineData(Timer, "1800;refresher=uac", "1800;refresher=uac", "timer")]
    [InlineData(Timer, "90 ; refresher = UAS", "90;refresher=uas", null)]
    [InlineData("Require: timer\r\n", "600", "600;refresher=uac", "timer")]
    [InlineData("", "1800", "1800;refresher=uas", null)]
    [InlineData("", "1800;refresher=uac", "1800;refresher=uas", null)]
    [Shows("6/session-timers")]
    public void The_answer_says_who_refreshes(string extension, string asked, string answered, string? required)
    {
        var ok = Connect($"{extension}Session-Expires: {asked}\r\n");

        Assert.Equal((answered, required), (ok["Session-Expires"], ok["Require"]));
    }

    // Section 9: the answer may say less. The grammar of section 4 has 136 years, and no timer waits for so long.
    [Theory]
    [InlineData("4294967295")]
    [InlineData("86401")]
    public void Of_more_than_a_day_the_answer_says_a_day(string asked)
    {
        Assert.Equal("86400;refresher=uac", Connect($"{Timer}Session-Expires: {asked}\r\n")["Session-Expires"]);

        _bench.Time.Advance(TimeSpan.FromDays(1));
        Assert.StartsWith("BYE ", _phone.Take().StartLine, StringComparison.Ordinal);
    }

    [Fact]
    public void A_caller_that_does_not_ask_has_no_session_timer()
    {
        var ok = Connect(Timer);

        Assert.Equal((null, null), (ok["Session-Expires"], ok["Require"]));
        _bench.Time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(_bench.Heard);
    }

    // Section 9: the compact form, RFC 4028 section 4.
    [Fact]
    public void The_compact_form_is_read()
    {
        Assert.Equal("300;refresher=uac", Connect("k: timer\r\nx: 300\r\n")["Session-Expires"]);
    }

    // Sections 5 and 9.
    [Theory]
    [InlineData(Timer, "89", 422)]
    [InlineData("", "89", 200)]
    [InlineData(Timer, "soon", 400)]
    [InlineData(Timer, "0", 400)]
    public void Less_than_90_s_is_refused_whom_422_tells_something(string extension, string asked, int status)
    {
        _phone.Send(_caller.Invite($"{extension}Session-Expires: {asked}\r\n"));

        var answer = _phone.TakeAll()[^1];
        Assert.Equal((status, status == 422 ? "90" : null), (answer.Status, answer["Min-SE"]));
    }

    [Fact]
    public void A_refresh_in_the_call_may_be_too_soon_as_well()
    {
        Connect();

        Assert.Equal(422, _phone.Ask(_caller.Request("UPDATE", $"{Timer}Session-Expires: 60\r\n")).Status);
    }

    // Section 10: 32 s before the end, or a third of the interval.
    [Theory]
    [InlineData(1800, 1800 - 32)]
    [InlineData(90, 60)]
    public void A_call_that_its_caller_does_not_refresh_ends_with_BYE(int interval, int ends)
    {
        Connect($"{Timer}Session-Expires: {interval}\r\n");

        _bench.Time.Advance(TimeSpan.FromSeconds(ends) - TimeSpan.FromMilliseconds(1));
        Assert.Null(_phone.Next());
        _bench.Time.Advance(TimeSpan.FromMilliseconds(1));

        var bye = _phone.Take();
        Assert.StartsWith("BYE ", bye.StartLine, StringComparison.Ordinal);
        Assert.Contains("refreshed", bye["Reason"], StringComparison.Ordinal);
        Assert.Equal(["ended CallerGone"], _bench.Heard);
    }

    [Theory]
    [InlineData("UPDATE", null)]
    [InlineData("UPDATE", Caller.Offer)]
    [InlineData("INVITE", Caller.Offer)]
    public void A_refresh_by_the_caller_begins_the_interval_anew(string method, string? body)
    {
        Connect($"{Timer}Session-Expires: 90\r\n");
        _bench.Time.Advance(TimeSpan.FromSeconds(50));

        _phone.Send(_caller.Request(
            method,
            $"Contact: <sip:caller@phone.invalid>\r\n{Timer}Session-Expires: 120;refresher=uac\r\n",
            body,
            "application/sdp"));

        var ok = _phone.TakeAll()[^1];
        Assert.Equal((200, "120;refresher=uac"), (ok.Status, ok["Session-Expires"]));
        if (method == "INVITE")
        {
            _phone.Send(_caller.Ack());
        }

        _bench.Time.Advance(TimeSpan.FromSeconds(79));
        Assert.Empty(_bench.Heard);
        _bench.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(["ended CallerGone"], _bench.Heard);
    }

    // Section 7.4: at half of the interval, by UPDATE without an offer where the peer has that.
    [Fact]
    public void This_side_refreshes_by_UPDATE_where_it_shall_and_the_peer_allows_it()
    {
        Connect($"Allow: INVITE, UPDATE\r\n{Timer}Session-Expires: 100;refresher=uas\r\n");

        for (var refreshes = 0; refreshes < 3; refreshes++)
        {
            _bench.Time.Advance(TimeSpan.FromSeconds(50));
            var update = _phone.Take();
            Assert.StartsWith("UPDATE ", update.StartLine, StringComparison.Ordinal);
            Assert.Equal(
                ("100;refresher=uac", "0", "timer, 100rel"),
                (update["Session-Expires"], update["Content-Length"], update["Supported"]));
            Answer(update, "200 OK", "Session-Expires: 100;refresher=uac\r\n");
        }

        Assert.Empty(_bench.Heard);
    }

    [Fact]
    public void This_side_refreshes_by_INVITE_with_its_description_as_it_was_where_the_peer_has_no_UPDATE()
    {
        Connect($"{Timer}Session-Expires: 100;refresher=uas\r\n");

        _bench.Time.Advance(TimeSpan.FromSeconds(50));

        var invite = _phone.Take();
        Assert.StartsWith("INVITE ", invite.StartLine, StringComparison.Ordinal);
        Assert.Equal((Caller.Answer, "100;refresher=uac"), (invite.Body, invite["Session-Expires"]));
        Answer(invite, "200 OK", "Session-Expires: 100;refresher=uac\r\n");
        Assert.StartsWith("ACK ", _phone.Take().StartLine, StringComparison.Ordinal);
        _bench.Time.Advance(TimeSpan.FromSeconds(50));
        Assert.StartsWith("INVITE ", _phone.Take().StartLine, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refresh_that_the_peer_finds_too_soon_is_made_again_with_what_it_takes()
    {
        Connect($"Allow: UPDATE\r\n{Timer}Session-Expires: 100;refresher=uas\r\n");
        _bench.Time.Advance(TimeSpan.FromSeconds(50));

        Answer(_phone.Take(), "422 Session Interval Too Small", "Min-SE: 400\r\n");

        var again = _phone.Take();
        Assert.Equal("400;refresher=uac", again["Session-Expires"]);
        Answer(again, "200 OK", "Session-Expires: 400;refresher=uac\r\n");
        _bench.Time.Advance(TimeSpan.FromSeconds(199));
        Assert.Null(_phone.Next());
    }

    // Section 10.
    [Theory]
    [InlineData("481 Call/Transaction Does Not Exist")]
    [InlineData("408 Request Timeout")]
    public void A_refresh_of_a_call_that_the_peer_does_not_know_ends_it(string status)
    {
        Connect($"Allow: UPDATE\r\n{Timer}Session-Expires: 100;refresher=uas\r\n");
        _bench.Time.Advance(TimeSpan.FromSeconds(50));

        Answer(_phone.Take(), status);

        Assert.StartsWith("BYE ", _phone.Take().StartLine, StringComparison.Ordinal);
        Assert.Equal(["ended CallerGone"], _bench.Heard);
    }

    [Fact]
    public void A_refresh_that_fails_otherwise_is_tried_again_until_the_interval_is_over()
    {
        Connect($"Allow: UPDATE\r\n{Timer}Session-Expires: 90;refresher=uas\r\n");
        _bench.Time.Advance(TimeSpan.FromSeconds(45));
        var tries = 0;
        while (_phone.Next() is { } sent && sent.StartLine.StartsWith("UPDATE ", StringComparison.Ordinal))
        {
            tries++;
            Answer(sent, "500 Server Internal Error");
            _bench.Time.Advance(TimeSpan.FromSeconds(4));
        }

        Assert.InRange(tries, 3, 6);
        Assert.Equal(["ended CallerGone"], _bench.Heard);
    }

    [Fact]
    public void A_call_that_is_over_has_no_timer_left()
    {
        Connect($"{Timer}Session-Expires: 1800;refresher=uas\r\n");
        Assert.Equal(200, _phone.Ask(_caller.Request("BYE")).Status);

        _bench.AssertNothingLeft();
    }

    private SipWireText Connect(string headers = "")
    {
        _phone.Send(_caller.Invite(headers));
        var ok = _phone.TakeAll()[^1];
        Assert.Equal(200, ok.Status);
        _caller.ToTag = ok.ToTag;
        _phone.Send(_caller.Ack());
        return ok;
    }

    private void Answer(SipWireText request, string status, string headers = "") => _phone.Send(
        $"SIP/2.0 {status}\r\nVia: {request["Via"]}\r\nFrom: {request["From"]}\r\nTo: {request["To"]}\r\n" +
        $"Call-ID: {request["Call-ID"]}\r\nCSeq: {request["CSeq"]}\r\n{headers}Content-Length: 0\r\n\r\n");
}
