namespace CecSim.Telephony.Tests.Sip;

public sealed class CallTests
{
    private readonly SipTestServer _bench = new();
    private readonly Phone _phone;
    private readonly Caller _caller;

    public CallTests()
    {
        _phone = Phone.OnWebSocket(_bench.Server);
        _caller = new Caller(_phone);
    }

    [Fact]
    public void An_answered_call_has_the_answer_of_the_application_and_our_contact()
    {
        var ok = _caller.Connect();

        Assert.Equal(Caller.Answer, ok.Body);
        Assert.Equal("application/sdp", ok["Content-Type"]);
        Assert.Equal("<sip:cecsim@cecsim.invalid;transport=ws>", ok["Contact"]);
        Assert.Null(_phone.Next());
    }

    [Fact]
    public void The_application_sees_who_calls_whom_and_with_what()
    {
        _phone.Send(_caller.Invite("User-To-User: 3031\r\n"));

        var invite = Assert.Single(_bench.Invites);
        Assert.Equal(("9001", "cec.test"), (invite.User, invite.Domain));
        Assert.Equal(("ann", "cec.test", "Ann"), (invite.FromUser, invite.FromDomain, invite.FromDisplayName));
        Assert.Equal("call-1", invite.CallId);
        Assert.Equal(Caller.Offer, invite.Offer);
        Assert.Contains(new SipHeader("User-To-User", "3031"), invite.Headers);
    }

    [Fact]
    public void A_call_may_ring_before_it_is_answered()
    {
        var decision = new TaskCompletionSource<InviteDecision>();
        _bench.Decide = invite =>
        {
            invite.Ring();
            return new ValueTask<InviteDecision>(decision.Task);
        };

        _phone.Send(_caller.Invite());
        Assert.Equal([100, 180], _phone.TakeAll().Select(w => w.Status));
        decision.SetResult(new InviteDecision.Answer(Caller.Answer));

        Assert.Equal(200, _phone.Take().Status);
    }

    [Fact]
    public void A_refused_call_is_told_the_status_and_the_words_of_the_application()
    {
        _bench.Decide = _ => ValueTask.FromResult<InviteDecision>(new InviteDecision.Refuse(486, "All agents busy"));

        _phone.Send(_caller.Invite());

        Assert.Equal("SIP/2.0 486 All agents busy", _phone.TakeAll()[^1].StartLine);
        _phone.Send(_caller.AckRefusal());
        Assert.Equal(["ended Refused"], _bench.Heard);
        _bench.AssertNothingLeft();
    }

    [Fact]
    [ThrowsFrom("decision on an INVITE")]
    public void An_application_that_fails_to_decide_costs_its_caller_a_500_and_nobody_else_anything()
    {
        _bench.Decide = _ => throw new InvalidOperationException("no idea");

        _phone.Send(_caller.Invite());

        Assert.Equal(500, _phone.TakeAll()[^1].Status);
        Assert.Equal(["failed: no idea", "ended Refused"], _bench.Heard);
        Assert.Equal("decision on an INVITE", Assert.Single(_bench.Guard.Failures).Place);
    }

    [Fact]
    public void The_caller_hangs_up()
    {
        _caller.Connect();

        Assert.Equal(200, _phone.Ask(_caller.Request("BYE")).Status);

        Assert.Equal(["ended CallerHungUp"], _bench.Heard);
        _bench.AssertNothingLeft();
    }

    [Fact]
    public void The_application_hangs_up()
    {
        _caller.Connect();

        _bench.Call.HangUp("agent hung up");

        var bye = _phone.Take();
        Assert.Equal("BYE sip:caller@phone.invalid;transport=ws SIP/2.0", bye.StartLine);
        Assert.Equal($"<sip:9001@cec.test>;tag={_caller.ToTag}", bye["From"]);
        Assert.Equal("\"Ann\" <sip:ann@cec.test>;tag=from-call-1", bye["To"]);
        Assert.Equal("SIP;cause=200;text=\"agent hung up\"", bye["Reason"]);
        _phone.Send(Caller.AnswerTo(bye, 200));
        Assert.Equal(["ended HungUp"], _bench.Heard);
        _bench.AssertNothingLeft();
    }

    // RFC 3261, section 15: the called side waits with its BYE for the ACK.
    [Fact]
    public void A_hang_up_before_the_ACK_waits_for_it()
    {
        _phone.Send(_caller.Invite());
        _caller.ToTag = _phone.TakeAll()[^1].ToTag;

        _bench.Call.HangUp("changed its mind");
        Assert.Null(_phone.Next());
        _phone.Send(_caller.Ack());

        Assert.StartsWith("BYE ", _phone.Take().StartLine, StringComparison.Ordinal);
    }

    [Fact]
    public void A_caller_that_cancels_gets_487_and_the_application_is_told_at_once()
    {
        _bench.Decide = _ => new ValueTask<InviteDecision>(new TaskCompletionSource<InviteDecision>().Task);
        _phone.Send(_caller.Invite());
        Assert.Equal(100, _phone.Take().Status);

        _phone.Send(_caller.Cancel());

        Assert.Equal([(200, "1 CANCEL"), (487, "1 INVITE")], _phone.TakeAll().Select(w => (w.Status, w["CSeq"]!)));
        Assert.Equal(["ended CallerCancelled"], _bench.Heard);
        Assert.True(_bench.Gone.IsCancellationRequested);
        _phone.Send(_caller.AckRefusal());
        _bench.AssertNothingLeft();
    }

    [Fact]
    public void A_CANCEL_after_the_answer_changes_nothing()
    {
        _phone.Send(_caller.Invite());
        _phone.TakeAll();

        Assert.Equal(200, _phone.Ask(_caller.Cancel()).Status);

        Assert.Empty(_bench.Heard);
    }

    // RFC 3261, section 13.3.1.
    [Theory]
    [InlineData("Expires: 30\r\n", 30, 487)]
    [InlineData("Expires: 86400\r\n", 300, 480)]
    [InlineData("", 300, 480)]
    public void A_call_that_nobody_decides_on_ends_by_itself(string expires, int seconds, int status)
    {
        _bench.Decide = _ => new ValueTask<InviteDecision>(new TaskCompletionSource<InviteDecision>().Task);
        _phone.Send(_caller.Invite(expires));
        _phone.Take();

        _bench.Time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
        Assert.Null(_phone.Next());
        _bench.Time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(status, _phone.Take().Status);
        Assert.Equal(["ended NotAnswered"], _bench.Heard);
    }

    [Fact]
    public void A_decision_after_the_call_has_ended_is_ignored()
    {
        var decision = new TaskCompletionSource<InviteDecision>();
        _bench.Decide = _ => new ValueTask<InviteDecision>(decision.Task);
        _phone.Send(_caller.Invite());
        _phone.Send(_caller.Cancel());
        _phone.TakeAll();

        decision.SetResult(new InviteDecision.Answer(Caller.Answer));

        Assert.Null(_phone.Next());
        _phone.Send(_caller.AckRefusal());
        _bench.AssertNothingLeft();
    }

    [Fact]
    public void A_BYE_before_the_answer_ends_a_ringing_call()
    {
        _bench.Decide = invite =>
        {
            invite.Ring();
            return new ValueTask<InviteDecision>(new TaskCompletionSource<InviteDecision>().Task);
        };
        _phone.Send(_caller.Invite());
        _caller.ToTag = _phone.TakeAll()[^1].ToTag;

        _phone.Send(_caller.Request("BYE"));

        Assert.Equal([(200, "2 BYE"), (487, "1 INVITE")], _phone.TakeAll().Select(w => (w.Status, w["CSeq"]!)));
        Assert.Equal(["ended CallerHungUp"], _bench.Heard);
    }

    [Fact]
    public void A_hang_up_while_it_rings_is_a_refusal()
    {
        _bench.Decide = _ => new ValueTask<InviteDecision>(new TaskCompletionSource<InviteDecision>().Task);
        _phone.Send(_caller.Invite());
        _phone.Take();

        _bench.Call.HangUp("no agent");

        Assert.Equal(480, _phone.Take().Status);
        Assert.Equal(["ended HungUp"], _bench.Heard);
    }

    // The application may do so from within what it is told.
    [Fact]
    public void A_call_may_be_hung_up_while_its_digit_is_told()
    {
        _bench.Pressed = call => call.HangUp("9 is the way out");
        _caller.Connect();

        _phone.Send(_caller.Request("INFO", "", "9", "application/dtmf"));

        Assert.Equal(["SIP/2.0 200 OK", "BYE"], _phone.TakeAll().Select(w => w.StartLine.Split(" sip:")[0]));
        Assert.Equal(["dtmf 9", "ended HungUp"], _bench.Heard);
    }

    [Fact]
    public void A_thousand_calls_leave_nothing_behind()
    {
        for (var i = 0; i < 1_000; i++)
        {
            var caller = new Caller(_phone, $"call-{i}");
            caller.Connect();
            _phone.Ask(caller.Request("BYE"));
        }

        Assert.Equal(1_000, _bench.Heard.Count);
        _bench.AssertNothingLeft();
    }
}
