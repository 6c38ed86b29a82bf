namespace CecSim.Telephony.Tests.Sip.Calls;

/// <summary>REFER within a call (RFC 3515), as it goes over the wire.</summary>
public sealed class ReferTests
{
    private readonly SipTestServer _bench = new();
    private readonly Phone _phone;
    private readonly Caller _caller;

    public ReferTests()
    {
        _phone = Phone.OnWebSocket(_bench.Server);
        _caller = new Caller(_phone);
        _caller.Connect();
    }

    // RFC 3515, sections 2.4.4 and 2.4.5.
    [Fact]
    [Shows("6/refer")]
    public void It_is_accepted_and_a_fragment_of_SIP_tells_at_once_that_it_is_tried_and_later_how_it_ended()
    {
        _phone.Send(Refer("<sip:88881002@cec.test>"));

        var (accepted, trying) = (_phone.Take(), _phone.Take());
        Assert.Equal(202, accepted.Status);
        Assert.NotNull(accepted["Contact"]);
        Assert.StartsWith("NOTIFY sip:caller@phone.invalid", trying.StartLine, StringComparison.Ordinal);
        Assert.Equal(
            ("refer", "active;expires=180", "message/sipfrag;version=2.0", "SIP/2.0 100 Trying\r\n"),
            (trying["Event"], trying["Subscription-State"], trying["Content-Type"], trying.Body));
        Assert.NotNull(trying["Contact"]);
        _phone.Send(Caller.AnswerTo(trying, 200));
        Assert.Equal("88881002", _bench.Referrals[^1].User);

        _bench.Call.NotifyReferred(486);

        var last = _phone.Take();
        Assert.Equal(
            ("terminated;reason=noresource", "SIP/2.0 486 Busy Here\r\n"), (last["Subscription-State"], last.Body));
        _phone.Send(Caller.AnswerTo(last, 200));
        _bench.Call.NotifyReferred(200);
        Assert.Null(_phone.Next());
    }

    [Fact]
    public void A_transfer_that_is_over_before_its_REFER_is_answered_is_told_in_order_and_then_hung_up()
    {
        _bench.Refer = referral =>
        {
            referral.Call.NotifyReferred(200);
            referral.Call.HangUp("handed on");
            return null;
        };

        _phone.Send(Refer("<sip:88881002@cec.test>"));

        var sent = _phone.TakeAll();
        Assert.Equal(["SIP/2.0", "NOTIFY", "NOTIFY", "BYE"], sent.Select(m => m.StartLine.Split(' ')[0]));
        Assert.Equal("SIP/2.0 200 OK\r\n", sent[2].Body);
    }

    [Fact]
    public void One_that_the_application_refuses_says_why_and_the_call_goes_on()
    {
        _bench.Refer = _ => new InviteDecision.Refuse(404) { Why = "Nobody has that number" };

        var refused = _phone.Ask(Refer("<sip:1@cec.test>"));

        Assert.Equal(404, refused.Status);
        Assert.Contains("Nobody has that number", refused["Warning"], StringComparison.Ordinal);
        Assert.Equal(200, _phone.Ask(_caller.Request("INFO")).Status);
        _bench.Refer = _ => null;
        Assert.Equal(202, _phone.Ask(Refer("tel:+49-30-123")).Status);
        Assert.Equal("+4930123", _bench.Referrals[^1].User);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("Refer-To: <sip:a@cec.test>\r\nRefer-To: <sip:b@cec.test>\r\n", 400)]
    [InlineData("Refer-To: <mailto:a@cec.test>\r\n", 416)]
    [InlineData("Refer-To: <sip:a@cec.test;method=BYE>\r\n", 405)]
    [InlineData("Refer-To: <sip:a@cec.test?Replaces=only-a-call-id>\r\n", 400)]
    public void What_could_not_be_done_is_refused_by_itself(string headers, int status)
    {
        Assert.Equal(status, _phone.Ask(_caller.Request("REFER", headers)).Status);

        Assert.Empty(_bench.Referrals);
    }

    [Fact]
    public void There_is_one_at_a_time()
    {
        _phone.Send(Refer("<sip:a@cec.test>"));
        _phone.TakeAll();

        Assert.Equal(491, _phone.Ask(Refer("<sip:b@cec.test>")).Status);
    }

    [Fact]
    public void Outside_of_a_call_there_is_nothing_to_hand_on() => Assert.Equal(
        481, _phone.Ask(new Caller(_phone, "other").Request("REFER", "Refer-To: <sip:a@cec.test>\r\n")).Status);

    // RFC 3891, section 3: to-tag is the one of the side that is asked.
    [Fact]
    [Shows("6/refer-replaces")]
    public void Replaces_names_another_call_by_its_Call_ID_and_its_tags()
    {
        var second = new Caller(_phone, "call-2");
        second.Connect();
        var named = $"call-2%3Bto-tag%3D{second.ToTag}%3Bfrom-tag%3Dfrom-call-2";

        _phone.Send(Refer($"<sip:b@cec.test?Replaces={named}>"));
        _phone.TakeAll();

        Assert.True(_bench.Referrals[^1].ReplacesAny);
        Assert.Same(_bench.Call, _bench.Referrals[^1].Replaced);
    }

    [Fact]
    public void Replaces_of_a_call_that_is_over_names_none()
    {
        _phone.Send(Refer("<sip:b@cec.test?Replaces=gone%3Bto-tag%3D1%3Bfrom-tag%3D2>"));

        Assert.True(_bench.Referrals[^1] is { ReplacesAny: true, Replaced: null });
    }

    private string Refer(string to) => _caller.Request("REFER", $"Refer-To: {to}\r\n");
}
