namespace CecSim.Telephony.Tests.Sip.Calls;

/// <summary>What the application or the clock throws costs one call, or one request, and nobody else.</summary>
public sealed class ThrowingApplicationTests
{
    private readonly BrittleTime _time = new(new ManualTime());
    private readonly SipTestServer _bench;
    private readonly Phone _phone;
    private readonly Caller _caller;
    private readonly Phone _otherPhone;
    private readonly Caller _other;

    public ThrowingApplicationTests()
    {
        _bench = new SipTestServer(clock: _time);
        (_phone, _otherPhone) = (Phone.OnWebSocket(_bench.Server), Phone.OnWebSocket(_bench.Server));
        (_caller, _other) = (new Caller(_phone), new Caller(_otherPhone, "other"));
        _other.Connect();
    }

    [Fact]
    [ThrowsFrom("answer of a caller")]
    public void An_answer_that_cannot_be_taken_ends_its_call()
    {
        _bench.TakesAnswer = _ => throw Made();
        _phone.Send(_caller.Invite(body: null));
        _caller.ToTag = _phone.TakeAll()[^1].ToTag;

        _phone.Send(_caller.Ack("v=0"));

        Assert.StartsWith("BYE ", _phone.Take().StartLine, StringComparison.Ordinal);
        Assert.Contains("ended AnswerUnusable", _bench.Heard);
        AssertAlone("answer of a caller");
    }

    [Fact]
    [ThrowsFrom("decision on a REFER")]
    public void A_REFER_that_nobody_can_decide_on_is_refused_and_its_call_goes_on()
    {
        _caller.Connect();
        _bench.Refer = _ => throw Made();

        Assert.Equal(500, _phone.Ask(_caller.Request("REFER", "Refer-To: <sip:a@cec.test>\r\n")).Status);

        Assert.Equal(200, _phone.Ask(_caller.Request("INFO")).Status);
        AssertAlone("decision on a REFER");
    }

    [Fact]
    [ThrowsFrom("key of a caller")]
    public void A_key_that_is_not_heard_ends_its_call_with_the_reason()
    {
        _caller.Connect();
        _bench.Pressed = _ => throw Made();

        _phone.Send(_caller.Request("INFO", "", "5", "application/dtmf"));

        var bye = Assert.Single(_phone.TakeAll(), w => w.StartLine.StartsWith("BYE ", StringComparison.Ordinal));
        Assert.Contains(
            "key of a caller failed inside CecSim: made by a test", bye["Reason"], StringComparison.Ordinal);
        Assert.Contains("ended Failed", _bench.Heard);
        AssertAlone("key of a caller");
    }

    [Fact]
    [ThrowsFrom("answer to OPTIONS")]
    public void A_question_that_the_application_fails_at_finds_nobody()
    {
        _bench.Has = _ => throw Made();

        Assert.Equal(404, _phone.Ask(_caller.Request("OPTIONS")).Status);

        AssertAlone("answer to OPTIONS");
    }

    [Fact]
    [ThrowsFrom("end of ringing")]
    public void A_caller_that_gives_up_is_answered_also_where_whoever_rings_does_not_take_it()
    {
        _bench.Decide = _ =>
        {
            _bench.Gone.Register(() => throw Made());
            return new ValueTask<InviteDecision>(new TaskCompletionSource<InviteDecision>().Task);
        };
        _phone.Send(_caller.Invite());

        _phone.Send(_caller.Cancel());

        Assert.Contains(_phone.TakeAll(), w => w.Status == 487);
        Assert.Contains("ended CallerCancelled", _bench.Heard);
        AssertAlone("end of ringing");
    }

    [Fact]
    [ThrowsFrom("end of a SIP call")]
    public void A_call_ends_also_where_the_application_fails_at_its_end()
    {
        _caller.Connect();
        _bench.OnEnded = _ => throw Made();

        Assert.Equal(200, _phone.Ask(_caller.Request("BYE")).Status);

        _bench.OnEnded = null;
        AssertAlone("end of a SIP call");
    }

    [Theory]
    [InlineData("INVITE", "DecideAsync", "decision on an INVITE")]
    [InlineData("offer", "AnswerReofferAsync", "answer to an offer")]
    [ThrowsFrom("decision on an INVITE")]
    [ThrowsFrom("answer to an offer")]
    public void A_call_whose_answer_cannot_be_sent_fails(string what, string method, string place)
    {
        if (what == "offer")
        {
            _caller.Connect();
        }

        _time.BreakIn(method);
        _phone.Send(_caller.Invite());

        Assert.True(_time.HasBroken);
        Assert.Contains("ended Failed", _bench.Heard);
        AssertAlone(place);
    }

    [Fact]
    [ThrowsFrom("SIP message")]
    public void A_message_that_throws_gets_500()
    {
        var phone = Phone.OnDatagrams(_bench.Server);
        _time.BreakIn("RefusalOf");

        Assert.Equal(500, phone.Ask(new Caller(phone, "softphone").Request("REGISTER")).Status);

        AssertAlone("SIP message");
    }

    private static FormatException Made() => new("made by a test");

    private void AssertAlone(string place)
    {
        Assert.Equal((place, 1L), Assert.Single(_bench.Guard.Failures.Select(f => (f.Place, f.Count))));
        Assert.Single(_bench.Heard, h => h.StartsWith("failed: ", StringComparison.Ordinal));
        Assert.Equal(200, _otherPhone.Ask(_other.Request("BYE")).Status);
    }
}
