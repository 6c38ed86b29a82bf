namespace CecSim.Telephony.Tests.Sip.Calls;

public sealed class InCallTests
{
    private readonly SipTestServer _bench = new();
    private readonly Phone _phone;
    private readonly Caller _caller;

    public InCallTests()
    {
        _phone = Phone.OnWebSocket(_bench.Server);
        _caller = new Caller(_phone);
        _caller.Connect();
    }

    [Theory]
    [InlineData("application/dtmf-relay", "Signal=7\r\nDuration=100\r\n", "7")]
    [InlineData("application/dtmf-relay", "Signal= #\r\nDuration= 160", "#")]
    [InlineData("application/dtmf-relay", "signal=10", "*")]
    [InlineData("application/dtmf", "159", "159")]
    [InlineData("Application/DTMF", "d\r\n", "D")]
    public void Digits_in_an_INFO_are_heard(string type, string body, string digits)
    {
        Assert.Equal(200, _phone.Ask(_caller.Request("INFO", "", body, type)).Status);

        Assert.Equal([$"dtmf {digits}"], _bench.Heard);
    }

    [Theory]
    [InlineData("application/dtmf-relay", "Duration=100", 400)]
    [InlineData("application/dtmf", "hello", 400)]
    [InlineData("application/media_control+xml", "<x/>", 415)]
    public void An_INFO_that_holds_no_digit_is_refused(string type, string body, int status)
    {
        Assert.Equal(status, _phone.Ask(_caller.Request("INFO", "", body, type)).Status);

        Assert.Empty(_bench.Heard);
    }

    [Fact]
    public void An_empty_INFO_only_asks_whether_the_call_lives() =>
        Assert.Equal(200, _phone.Ask(_caller.Request("INFO")).Status);

    // RFC 3261, section 12.2.2.
    [Fact]
    public void A_request_that_was_overtaken_is_refused()
    {
        var late = _caller.Request("INFO", "", "1", "application/dtmf");
        _phone.Ask(_caller.Request("INFO", "", "2", "application/dtmf"));

        Assert.Equal(500, _phone.Ask(late).Status);

        Assert.Equal(["dtmf 2"], _bench.Heard);
    }

    [Theory]
    [InlineData("INVITE")]
    [InlineData("UPDATE")]
    public void The_caller_changes_the_media(string method)
    {
        _bench.Reoffer = offer => ValueTask.FromResult<string?>($"answer to {offer}");

        _phone.Send(Reoffer(method, "hold"));

        var answers = _phone.TakeAll();
        Assert.Equal([100, 200], answers.Select(w => w.Status));
        Assert.Equal("answer to hold", answers[1].Body);
        Assert.Equal(_caller.ToTag, answers[1].ToTag);
    }

    [Fact]
    public void A_change_that_the_application_refuses_leaves_the_call_as_it_was()
    {
        _bench.Reoffer = _ => ValueTask.FromResult<string?>(null);

        _phone.Send(Reoffer("INVITE", "hold"));

        Assert.Equal(488, _phone.TakeAll()[^1].Status);
        _phone.Send(_caller.AckRefusal());
        Assert.Equal(200, _phone.Ask(_caller.Request("INFO")).Status);
    }

    [Fact]
    [ThrowsFrom("decision on an offer")]
    public void A_change_that_the_application_fails_at_is_refused()
    {
        _bench.Reoffer = _ => throw new InvalidOperationException("no codec");

        _phone.Send(Reoffer("INVITE", "hold"));

        Assert.Equal(488, _phone.TakeAll()[^1].Status);
        Assert.Equal(["failed: no codec"], _bench.Heard);
        Assert.Equal("decision on an offer", Assert.Single(_bench.Guard.Failures).Place);
    }

    [Fact]
    public void A_second_change_waits_until_the_first_is_answered()
    {
        var answer = new TaskCompletionSource<string?>();
        _bench.Reoffer = _ => new ValueTask<string?>(answer.Task);
        _phone.Send(Reoffer("INVITE", "hold"));
        Assert.Equal(100, _phone.Take().Status);

        var second = _phone.Ask(Reoffer("UPDATE", "resume"));
        Assert.Equal(500, second.Status);
        Assert.NotNull(second["Retry-After"]);
        answer.SetResult(Caller.Answer);

        Assert.Equal((200, "2 INVITE"), _phone.Take() is var ok ? (ok.Status, ok["CSeq"]) : default);
    }

    [Fact]
    public void A_change_that_is_cancelled_does_not_end_the_call()
    {
        _bench.Reoffer = _ => new ValueTask<string?>(new TaskCompletionSource<string?>().Task);
        _phone.Send(Reoffer("INVITE", "hold"));
        _phone.Take();

        _phone.Send(_caller.Cancel());

        Assert.Equal([200, 487], _phone.TakeAll().Select(w => w.Status));
        Assert.Empty(_bench.Heard);
        Assert.Equal(1, _bench.Server.Load.CallsCount);
    }

    [Fact]
    public void The_application_changes_the_media()
    {
        var outcome = _bench.Call.ReinviteAsync(Caller.Offer);

        var invite = _phone.Take();
        Assert.Equal("INVITE sip:caller@phone.invalid;transport=ws SIP/2.0", invite.StartLine);
        Assert.Equal(Caller.Offer, invite.Body);
        _phone.Send(Caller.AnswerTo(invite, 100));
        Assert.False(outcome.IsCompleted);
        _phone.Send(Caller.AnswerTo(invite, 200, Caller.Answer));

        Assert.Equal(new ReinviteOutcome(200, Caller.Answer), SipTestServer.Answered(outcome));
        Assert.Equal(invite["CSeq"]!.Split(' ')[0] + " ACK", _phone.Take()["CSeq"]);
    }

    // RFC 3261, section 14: both sides at once.
    [Fact]
    public void Two_changes_that_cross_are_both_refused_and_ours_is_tried_again()
    {
        var outcome = _bench.Call.ReinviteAsync(Caller.Offer);
        var invite = _phone.Take();

        Assert.Equal(491, _phone.Ask(Reoffer("INVITE", "hold")).Status);
        Assert.StartsWith("ACK ", _phone.Ask(Caller.AnswerTo(invite, 491)).StartLine, StringComparison.Ordinal);
        _bench.Time.Advance(TimeSpan.FromSeconds(2));

        var again = _phone.Take();
        Assert.NotEqual(invite["CSeq"], again["CSeq"]);
        _phone.Send(Caller.AnswerTo(again, 200, Caller.Answer));
        Assert.True(SipTestServer.Answered(outcome).IsAccepted);
    }

    [Fact]
    public void A_caller_that_refuses_for_ever_is_not_asked_for_ever()
    {
        var outcome = _bench.Call.ReinviteAsync(Caller.Offer);

        for (var asked = 0; asked < 4; asked++)
        {
            _phone.Send(Caller.AnswerTo(_phone.Take(), 491));
            Assert.StartsWith("ACK ", _phone.Take().StartLine, StringComparison.Ordinal);
            _bench.Time.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(491, SipTestServer.Answered(outcome).Status);
        Assert.Null(_phone.Next());
    }

    [Fact]
    public void A_caller_that_knows_nothing_of_the_call_has_ended_it()
    {
        var outcome = _bench.Call.ReinviteAsync(Caller.Offer);

        _phone.Send(Caller.AnswerTo(_phone.Take(), 481));

        Assert.Equal(481, SipTestServer.Answered(outcome).Status);
        Assert.Equal(["ended CallerGone"], _bench.Heard);
    }

    [Fact]
    public void A_call_that_has_ended_is_not_ended_again_by_a_late_answer()
    {
        _ = _bench.Call.ReinviteAsync(Caller.Offer);
        var invite = _phone.Take();
        _phone.Ask(_caller.Request("BYE"));

        Assert.StartsWith("ACK ", _phone.Ask(Caller.AnswerTo(invite, 481)).StartLine, StringComparison.Ordinal);

        Assert.Null(_phone.Next());
        Assert.Equal(["ended CallerHungUp"], _bench.Heard);
    }

    [Fact]
    public void A_call_that_ends_between_two_tries_is_not_asked_again()
    {
        var outcome = _bench.Call.ReinviteAsync(Caller.Offer);
        _phone.Send(Caller.AnswerTo(_phone.Take(), 491));
        _phone.TakeAll();
        _phone.Ask(_caller.Request("BYE"));

        _bench.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Null(_phone.Next());
        Assert.False(SipTestServer.Answered(outcome).IsAccepted);
    }

    [Fact]
    public void A_call_that_ends_answers_the_change_that_was_asked_for()
    {
        _bench.Reoffer = _ => new ValueTask<string?>(new TaskCompletionSource<string?>().Task);
        _phone.Send(Reoffer("INVITE", "hold"));
        _phone.Take();

        _phone.Send(_caller.Request("BYE"));

        Assert.Equal([(200, "3 BYE"), (487, "2 INVITE")], _phone.TakeAll().Select(w => (w.Status, w["CSeq"]!)));
    }

    [Fact]
    public void A_call_that_ends_answers_whoever_waits_for_its_change()
    {
        var outcome = _bench.Call.ReinviteAsync(Caller.Offer);
        _phone.Take();

        _phone.HangUpFlow();

        Assert.False(SipTestServer.Answered(outcome).IsAccepted);
        _bench.Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(["ended FlowLost"], _bench.Heard);
        _bench.AssertNothingLeft();
    }

    [Fact]
    public void A_call_that_has_ended_cannot_be_changed_or_ended_again()
    {
        _phone.Ask(_caller.Request("BYE"));

        _bench.Call.HangUp("again");

        Assert.Equal(481, SipTestServer.Answered(_bench.Call.ReinviteAsync(Caller.Offer)).Status);
        Assert.Null(_phone.Next());
        Assert.Equal(["ended CallerHungUp"], _bench.Heard);
    }

    // RFC 3261, section 12.2.1.1.
    [Fact]
    public void Requests_go_by_the_route_that_the_INVITE_recorded()
    {
        var other = new Caller(_phone, "call-2");
        _phone.Send(other.Invite("Record-Route: <sip:p1.test;lr>, <sip:p2.test;lr>\r\n"));
        var ok = _phone.TakeAll()[^1];
        Assert.Equal("<sip:p1.test;lr>, <sip:p2.test;lr>", ok["Record-Route"]);
        other.ToTag = ok.ToTag;
        _phone.Send(other.Ack());

        _bench.Call.HangUp("done");

        Assert.Equal(["<sip:p1.test;lr>", "<sip:p2.test;lr>"], _phone.Take().All("Route"));
    }

    [Fact]
    public async Task A_server_that_stops_hangs_up_and_tells_the_application()
    {
        await _bench.Server.DisposeAsync();

        Assert.StartsWith("BYE ", _phone.Take().StartLine, StringComparison.Ordinal);
        Assert.Equal(["ended ServerStops"], _bench.Heard);
        _phone.Send(new Caller(_phone, "late").Invite());
        Assert.Null(_phone.Next());
        _bench.AssertNothingLeft();
    }

    private string Reoffer(string method, string sdp) =>
        _caller.Request(method, "Contact: <sip:caller@phone.invalid;transport=ws>\r\n", sdp, "application/sdp");
}
