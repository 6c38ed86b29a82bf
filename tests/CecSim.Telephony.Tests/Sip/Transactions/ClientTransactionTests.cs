namespace CecSim.Telephony.Tests.Sip.Transactions;

public sealed class ClientTransactionTests
{
    private static readonly TimeSpan T1 = TimeSpan.FromMilliseconds(500);

    private readonly SipTestServer _bench = new();
    private readonly Phone _phone;

    public ClientTransactionTests() => _phone = Phone.OnDatagrams(_bench.Server);

    // Timers E and F.
    [Fact]
    public void A_BYE_is_repeated_until_it_is_answered()
    {
        var bye = HangUp();

        _bench.Time.Advance(7 * T1);
        Assert.Equal([bye, bye, bye], _phone.TakeAll());
        _phone.Send(Caller.AnswerTo(bye, 200));
        _bench.Time.Advance(64 * T1);

        Assert.Empty(_phone.TakeAll());
        _bench.AssertNothingLeft();
    }

    [Fact]
    public void A_BYE_that_nobody_answers_is_given_up()
    {
        HangUp();

        _bench.Time.Advance(64 * T1);
        Assert.Equal(10, _phone.TakeAll().Count);

        _bench.Time.Advance(64 * T1);
        Assert.Empty(_phone.TakeAll());
        _bench.AssertNothingLeft();
    }

    [Fact]
    public void On_a_reliable_flow_nothing_is_repeated()
    {
        var phone = Phone.OnWebSocket(_bench.Server);
        new Caller(phone).Connect();
        _bench.Call.HangUp("done");
        Assert.StartsWith("BYE ", phone.Take().StartLine, StringComparison.Ordinal);

        _bench.Time.Advance(64 * T1);

        Assert.Null(phone.Next());
        _bench.AssertNothingLeft();
    }

    // Timer A, and B at the end.
    [Fact]
    public void A_reINVITE_is_repeated_at_doubled_distance_and_ends_the_call_when_nobody_answers()
    {
        new Caller(_phone).Connect();
        var outcome = _bench.Call.ReinviteAsync(Caller.Offer);
        var invite = _phone.Take();

        _bench.Time.Advance(64 * T1);

        var sent = _phone.TakeAll();
        Assert.Equal(6, sent.Count(w => w == invite));
        Assert.StartsWith("BYE ", sent[^1].StartLine, StringComparison.Ordinal);
        Assert.Equal(408, SipTestServer.Answered(outcome).Status);
        Assert.Equal(["ended CallerGone"], _bench.Heard);
    }

    [Fact]
    public void A_refused_reINVITE_is_acknowledged_as_often_as_it_is_refused()
    {
        new Caller(_phone).Connect();
        var outcome = _bench.Call.ReinviteAsync(Caller.Offer);
        var invite = _phone.Take();
        var refusal = Caller.AnswerTo(invite, 488);

        var acks = new[] { _phone.Ask(refusal), _phone.Ask(refusal) };

        Assert.Equal(acks[0], acks[1]);
        Assert.Equal(invite["Via"], acks[0]["Via"]);
        Assert.Equal(invite["CSeq"]!.Replace("INVITE", "ACK", StringComparison.Ordinal), acks[0]["CSeq"]);
        Assert.Equal((488, null), (SipTestServer.Answered(outcome).Status, SipTestServer.Answered(outcome).Sdp));
        Assert.Empty(_bench.Heard);
    }

    [Fact]
    public void A_2xx_that_comes_again_is_acknowledged_again()
    {
        new Caller(_phone).Connect();
        var outcome = _bench.Call.ReinviteAsync(Caller.Offer);
        var ok = Caller.AnswerTo(_phone.Take(), 200, Caller.Answer);

        Assert.StartsWith("ACK ", _phone.Ask(ok).StartLine, StringComparison.Ordinal);
        Assert.StartsWith("ACK ", _phone.Ask(ok).StartLine, StringComparison.Ordinal);

        Assert.Equal(Caller.Answer, SipTestServer.Answered(outcome).Sdp);
    }

    [Fact]
    public void An_answer_that_nobody_asked_for_is_counted()
    {
        _phone.Send(Messages.SipText.Text("SIP/2.0 200 OK", "Via: SIP/2.0/UDP h.test;branch=z9hG4bKnobody"));

        Assert.Equal(1, _bench.Server.Tally.StrayCount);
        Assert.Null(_phone.Next());
    }

    private SipWireText HangUp()
    {
        new Caller(_phone).Connect();
        _bench.Call.HangUp("done");
        return _phone.Take();
    }
}
