namespace CecSim.Telephony.Tests.Sip;

/// <summary>INVITEs of this side: to phones that have registered, each a contact or several.</summary>
public sealed class InvitationTests
{
    private readonly InvitationBench _bench = new();

    [Fact]
    public void A_phone_that_rings_and_answers_is_acknowledged_at_its_contact_and_has_a_call()
    {
        var phone = _bench.Register();
        _bench.Invite();

        var invite = phone.Take();
        Assert.Equal("INVITE sip:1001@127.0.0.1:5099 SIP/2.0", invite.StartLine);
        Assert.Equal(
            ("\"Ann\" <sip:AnonymousCard@cec.test>", "<sip:1001@cec.test>", "application/sdp", Caller.Offer),
            (invite["From"]!.Split(";tag=")[0], invite["To"], invite["Content-Type"], invite.Body));
        InvitationBench.Answer(phone, invite, "180 Ringing");
        InvitationBench.Answer(phone, invite, "200 OK", Caller.Answer);

        Assert.Equal(["alerts 180", "answered"], _bench.Told);
        Assert.Equal(Caller.Answer, _bench.Sdp);
        var ack = phone.Take();
        Assert.Equal("ACK sip:1001@127.0.0.1:5099 SIP/2.0", ack.StartLine);
        Assert.EndsWith(";tag=phone", ack["To"], StringComparison.Ordinal);
        Assert.Equal("1 ACK", ack["CSeq"]);
    }

    [Fact]
    public void Hanging_up_sends_BYE_and_the_phones_BYE_ends_the_call()
    {
        var phone = _bench.Register();
        _bench.Connect(phone);
        _bench.Call!.HangUp("the customer has left");

        var bye = phone.Take();
        Assert.Equal(("BYE sip:1001@127.0.0.1:5099 SIP/2.0", "2 BYE"), (bye.StartLine, bye["CSeq"]));
        InvitationBench.Answer(phone, bye, "200 OK");
        Assert.Equal("ended HungUp", _bench.Sip.Heard[^1]);

        _bench.Connect(phone);
        phone.Send(_bench.InCall("BYE", 7));

        Assert.Equal(200, phone.Take().Status);
        Assert.Equal("ended CallerHungUp", _bench.Sip.Heard[^1]);
        _bench.AssertNothingLeft();
    }

    [Fact]
    public void A_200_that_comes_again_is_acknowledged_again_and_nothing_else()
    {
        var phone = _bench.Register();
        _bench.Invite();
        var invite = phone.Take();
        InvitationBench.Answer(phone, invite, "200 OK", Caller.Answer);
        var first = phone.Take();

        InvitationBench.Answer(phone, invite, "200 OK", Caller.Answer);

        Assert.Equal(first["CSeq"], phone.Take()["CSeq"]);
        Assert.Equal(["answered"], _bench.Told);
    }

    [Theory]
    [InlineData("486 Busy Here", 486)]
    [InlineData("480 Temporarily Unavailable", 480)]
    [InlineData("603 Decline", 603)]
    public void A_phone_that_refuses_is_acknowledged_and_its_status_told(string answer, int status)
    {
        var phone = _bench.Register();
        _bench.Invite();
        var invite = phone.Take();
        InvitationBench.Answer(phone, invite, answer);

        Assert.Equal([$"failed {status} {answer[4..]}"], _bench.Told);
        var ack = phone.Take();
        Assert.Equal(("ACK", invite["Via"]), (ack.StartLine.Split(' ')[0], ack["Via"]));
        _bench.AssertNothingLeft();
    }

    [Fact]
    public void A_ringing_phone_is_cancelled_on_the_branch_of_its_INVITE()
    {
        var phone = _bench.Register();
        var invitation = _bench.Invite();
        var invite = phone.Take();
        InvitationBench.Answer(phone, invite, "180 Ringing");

        invitation.Cancel("the customer has left");

        var cancel = phone.Take();
        Assert.Equal(
            ("CANCEL sip:1001@127.0.0.1:5099 SIP/2.0", "1 CANCEL", invite["Via"], invite["From"], invite["To"]),
            (cancel.StartLine, cancel["CSeq"], cancel["Via"], cancel["From"], cancel["To"]));
        Assert.Equal("SIP;cause=487;text=\"the customer has left\"", cancel["Reason"]);
        InvitationBench.Answer(phone, cancel, "200 OK");
        InvitationBench.Answer(phone, invite, "487 Request Terminated");
        Assert.Equal("ACK", phone.Take().StartLine.Split(' ')[0]);
        Assert.Equal(["alerts 180", "failed 487 the customer has left"], _bench.Told);
        _bench.AssertNothingLeft();
    }

    [Fact]
    public void A_silent_phone_is_cancelled_only_once_it_has_said_something()
    {
        var phone = _bench.Register();
        var invitation = _bench.Invite();
        var invite = phone.Take();

        invitation.Cancel("gone");
        Assert.Null(phone.Next());
        InvitationBench.Answer(phone, invite, "100 Trying");

        Assert.Equal("CANCEL", phone.Take().StartLine.Split(' ')[0]);
    }

    [Fact]
    public void A_phone_that_picks_up_while_it_is_cancelled_is_hung_up_on()
    {
        var phone = _bench.Register();
        var invitation = _bench.Invite();
        var invite = phone.Take();
        InvitationBench.Answer(phone, invite, "180 Ringing");
        invitation.Cancel("gone");
        phone.Take();

        InvitationBench.Answer(phone, invite, "200 OK", Caller.Answer);

        Assert.Equal(["ACK", "BYE"], phone.TakeAll().Select(m => m.StartLine.Split(' ')[0]));
        Assert.DoesNotContain("answered", _bench.Told);
    }

    [Fact]
    public void Of_several_contacts_the_first_that_answers_has_the_call_and_the_others_are_told_so()
    {
        var desk = _bench.Register();
        var web = _bench.Register(Phone.OnWebSocket(_bench.Sip.Server), "<sip:1001@abc.invalid;transport=ws>");
        _bench.Invite();
        var (atDesk, atWeb) = (desk.Take(), web.Take());
        Assert.Equal((atDesk["Call-ID"], atDesk["From"]), (atWeb["Call-ID"], atWeb["From"]));
        Assert.NotEqual(atDesk["Via"], atWeb["Via"]);
        InvitationBench.Answer(desk, atDesk, "180 Ringing");
        InvitationBench.Answer(web, atWeb, "180 Ringing");

        InvitationBench.Answer(web, atWeb, "200 OK", Caller.Answer);

        Assert.Equal("SIP;cause=200;text=\"Call completed elsewhere\"", desk.Take()["Reason"]);
        Assert.Equal("ACK", web.Take().StartLine.Split(' ')[0]);
        Assert.Equal(["alerts 180", "alerts 180", "answered"], _bench.Told);
    }

    [Theory]
    [InlineData("486 Busy Here", "480 Temporarily Unavailable", 480)]
    [InlineData("603 Decline", "480 Temporarily Unavailable", 603)]
    [InlineData("404 Not Found", "600 Busy Everywhere", 600)]
    public void Of_several_refusals_that_of_all_places_counts_else_the_lowest(string one, string other, int told)
    {
        var desk = _bench.Register();
        var web = _bench.Register(Phone.OnWebSocket(_bench.Sip.Server), "<sip:1001@abc.invalid;transport=ws>");
        _bench.Invite();

        InvitationBench.Answer(desk, desk.Take(), one);
        Assert.Empty(_bench.Told);
        InvitationBench.Answer(web, web.Take(), other);

        Assert.StartsWith($"failed {told} ", Assert.Single(_bench.Told), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_contact_it_fails_at_once()
    {
        _bench.Invite();

        Assert.Equal(["failed 480 Nothing is registered"], _bench.Told);
        _bench.AssertNothingLeft();
    }

    [Fact]
    public void A_phone_that_never_answers_fails_in_the_end_and_is_asked_again_and_again_before()
    {
        var phone = _bench.Register();
        _bench.Invite();

        _bench.Sip.Time.Advance(TimeSpan.FromSeconds(32));

        Assert.Equal(7, phone.TakeAll().Count(m => m.StartLine.StartsWith("INVITE", StringComparison.Ordinal)));
        Assert.StartsWith("failed 408 ", Assert.Single(_bench.Told), StringComparison.Ordinal);
    }

    [Fact]
    public void The_web_phone_whose_connection_ends_is_registered_no_more_and_its_INVITE_fails()
    {
        var web = _bench.Register(Phone.OnWebSocket(_bench.Sip.Server), "<sip:1001@abc.invalid;transport=ws>");
        _bench.Invite();

        web.HangUpFlow();

        Assert.StartsWith("failed 503 ", Assert.Single(_bench.Told), StringComparison.Ordinal);
        Assert.Contains("unregistered 1001 Disconnected", _bench.Sip.Heard);
        Assert.Empty(_bench.Sip.Server.Registrar.Find("1001", "cec.test"));
    }

    [Fact]
    public void A_phone_that_can_is_asked_to_answer_by_itself()
    {
        var phone = _bench.Register();
        _bench.Invite(answersItself: true);

        var invite = phone.Take();
        Assert.Equal("<sip:cec.test>;answer-after=0", invite["Call-Info"]);

        // Some makes know its parameters alone; where it points to must be nothing to fetch (RFC 7462, section 4).
        Assert.Equal("<urn:alert:service:normal>;info=alert-autoanswer;delay=0", invite["Alert-Info"]);
    }

    [Fact]
    public void An_application_that_fails_at_hearing_of_the_ringing_has_the_phone_cancelled()
    {
        var phone = _bench.Register();
        _bench.ThrowsAt = "alerts";
        _bench.Invite();
        InvitationBench.Answer(phone, phone.Take(), "180 Ringing");

        Assert.Equal("CANCEL", phone.Take().StartLine.Split(' ')[0]);
        AssertFailedWith500("alerts 180");
    }

    [Fact]
    public void An_application_that_fails_at_hearing_of_the_answer_has_the_phone_hung_up_on()
    {
        var phone = _bench.Register();
        _bench.ThrowsAt = "answered";
        _bench.Invite();
        InvitationBench.Answer(phone, phone.Take(), "200 OK", Caller.Answer);

        Assert.Equal("ACK", phone.Take().StartLine.Split(' ')[0]);
        Assert.Equal("BYE", phone.Take().StartLine.Split(' ')[0]);
        AssertFailedWith500("answered");
    }

    [Fact]
    [ThrowsFrom("notice of an invitation")]
    public void An_application_that_fails_at_hearing_of_it_hinders_nobody()
    {
        var phone = _bench.Register();
        _bench.Invite();
        _bench.ThrowsAt = "failed";
        InvitationBench.Answer(phone, phone.Take(), "486 Busy Here");

        Assert.Equal("ACK", phone.Take().StartLine.Split(' ')[0]);
        Assert.Equal("notice of an invitation", Assert.Single(_bench.Sip.Guard.Failures).Place);
    }

    [Fact]
    public void Both_sides_may_change_the_media_of_the_call()
    {
        var phone = _bench.Register();
        _bench.Connect(phone);

        var ours = _bench.Call!.ReinviteAsync(Caller.Offer);
        var reinvite = phone.Take();
        Assert.Equal("2 INVITE", reinvite["CSeq"]);
        InvitationBench.Answer(phone, reinvite, "200 OK", Caller.Answer);
        Assert.Equal("2 ACK", phone.Take()["CSeq"]);
        Assert.True(SipTestServer.Answered(ours).IsAccepted);

        phone.Send(_bench.InCall("INVITE", 1, Caller.Offer));
        var answers = phone.TakeAll();
        Assert.Equal([100, 200], answers.Select(a => a.Status));
        Assert.Equal(Caller.Answer, answers[1].Body);
    }

    private void AssertFailedWith500(string before)
    {
        Assert.Equal(before, _bench.Told[0]);
        Assert.StartsWith("failed 500 ", _bench.Told[1], StringComparison.Ordinal);
        Assert.Equal(2, _bench.Told.Count);
        Assert.Equal("notice of an invitation", Assert.Single(_bench.Sip.Guard.Failures).Place);
    }
}
