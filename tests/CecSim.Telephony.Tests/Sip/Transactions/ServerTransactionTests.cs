namespace CecSim.Telephony.Tests.Sip.Transactions;

public sealed class ServerTransactionTests
{
    private static readonly TimeSpan T1 = TimeSpan.FromMilliseconds(500);

    private readonly SipTestServer _bench = new();
    private readonly Phone _phone;
    private readonly Caller _caller;

    public ServerTransactionTests()
    {
        _phone = Phone.OnDatagrams(_bench.Server);
        _caller = new Caller(_phone);
    }

    [Fact]
    public void An_INVITE_sent_again_is_one_call_and_gets_the_last_answer_again()
    {
        _bench.Decide = _ => new ValueTask<InviteDecision>(new TaskCompletionSource<InviteDecision>().Task);
        var invite = _caller.Invite();
        _phone.Send(invite);
        _bench.Invites[0].Ring();
        var first = _phone.TakeAll();

        var again = _phone.Ask(invite);

        Assert.Equal(first[^1], again);
        Assert.Single(_bench.Invites);
    }

    [Fact]
    public void A_BYE_sent_again_gets_the_same_200_as_long_as_it_can_still_be_on_its_way()
    {
        _caller.Connect();
        var bye = _caller.Request("BYE");
        var ok = _phone.Ask(bye);

        _bench.Time.Advance(64 * T1 - TimeSpan.FromTicks(1));
        Assert.Equal(ok, _phone.Ask(bye));
        _bench.Time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(481, _phone.Ask(bye).Status);
    }

    // Timers G and H.
    [Fact]
    public void A_refusal_is_repeated_until_its_ACK_at_growing_distance()
    {
        Refuse();

        Assert.Equal([1, 3, 7, 15, 23, 31, 39, 47, 55, 63], RepeatsIn(64).Select(t => (int)(t / T1)));
        _bench.AssertNothingLeft();
    }

    [Fact]
    public void An_ACK_stops_the_refusal()
    {
        Refuse();
        _bench.Time.Advance(T1);
        Assert.Equal(486, _phone.Take().Status);

        _phone.Send(_caller.AckRefusal());

        Assert.Empty(RepeatsIn(64));
        _bench.AssertNothingLeft();
    }

    // RFC 3261, section 13.3.1.4.
    [Fact]
    public void An_answer_is_repeated_until_its_ACK()
    {
        _phone.Send(_caller.Invite());
        var ok = _phone.TakeAll()[^1];
        _caller.ToTag = ok.ToTag;

        _bench.Time.Advance(3 * T1);
        Assert.Equal([ok, ok], _phone.TakeAll());
        _phone.Send(_caller.Ack());

        Assert.Empty(RepeatsIn(64));
        Assert.Empty(_bench.Heard);
    }

    [Fact]
    public void An_answer_that_is_never_acknowledged_ends_in_a_BYE()
    {
        _phone.Send(_caller.Invite());
        _phone.TakeAll();

        _bench.Time.Advance(64 * T1);

        var sent = _phone.TakeAll();
        Assert.Equal(10, sent.Count(w => w.StartLine == "SIP/2.0 200 OK"));
        Assert.StartsWith("BYE ", sent[^1].StartLine, StringComparison.Ordinal);
        Assert.Equal(["ended NotAcknowledged"], _bench.Heard);
        _phone.Send(Caller.AnswerTo(sent[^1], 200));
        _bench.AssertNothingLeft();
    }

    // RFC 6026: an INVITE sent again after its 2xx is absorbed, and the call repeats the 2xx by itself.
    [Fact]
    public void An_INVITE_that_crosses_its_answer_makes_no_second_call()
    {
        var invite = _caller.Invite();
        _phone.Send(invite);
        _phone.TakeAll();

        _phone.Send(invite);

        Assert.Null(_phone.Next());
        Assert.Single(_bench.Invites);
    }

    [Fact]
    public void The_same_request_by_two_ways_is_merged()
    {
        var invite = _caller.Invite();
        _phone.Send(invite);
        _phone.TakeAll();

        var answer = _phone.Ask(invite.Replace(_caller.LastBranch!, "z9hG4bK-other-way", StringComparison.Ordinal));

        Assert.Equal(482, answer.Status);
        Assert.Single(_bench.Invites);
    }

    [Fact]
    public void Nothing_is_repeated_on_a_reliable_flow_but_a_missing_ACK_still_ends_the_call()
    {
        var phone = Phone.OnWebSocket(_bench.Server);
        phone.Send(new Caller(phone).Invite());
        phone.TakeAll();

        _bench.Time.Advance(64 * T1);

        Assert.StartsWith("BYE ", Assert.Single(phone.TakeAll()).StartLine, StringComparison.Ordinal);
        Assert.Equal(["ended NotAcknowledged"], _bench.Heard);
    }

    // RFC 4475, section 3.2.1: a branch of nothing but the cookie names no transaction.
    [Fact]
    public void A_branch_without_an_identity_does_not_mix_two_requests_up()
    {
        string Bare(string callId) => Messages.SipText.Text(
            "OPTIONS sip:9001@cec.test SIP/2.0", "Via: SIP/2.0/UDP h.test;branch=z9hG4bK", callId);

        Assert.Equal("one", _phone.Ask(Bare("Call-ID: one"))["Call-ID"]);
        Assert.Equal("two", _phone.Ask(Bare("Call-ID: two"))["Call-ID"]);
    }

    [Fact]
    public void A_caller_of_RFC_2543_can_call_and_be_refused()
    {
        _bench.Decide = _ => ValueTask.FromResult<InviteDecision>(new InviteDecision.Refuse(486));
        var invite = _caller.Invite().Replace($";branch={_caller.LastBranch}", "", StringComparison.Ordinal);
        _phone.Send(invite);
        Assert.Equal(486, _phone.TakeAll()[^1].Status);

        _phone.Send(_caller.AckRefusal().Replace($";branch={_caller.LastBranch}", "", StringComparison.Ordinal));

        Assert.Empty(RepeatsIn(64));
    }

    private void Refuse()
    {
        _bench.Decide = _ => ValueTask.FromResult<InviteDecision>(new InviteDecision.Refuse(486));
        _phone.Send(_caller.Invite());
        Assert.Equal(486, _phone.TakeAll()[^1].Status);
    }

    private List<TimeSpan> RepeatsIn(int rounds)
    {
        var repeats = new List<TimeSpan>();
        for (var i = 1; i <= rounds; i++)
        {
            _bench.Time.Advance(T1);
            repeats.AddRange(_phone.TakeAll().Select(_ => i * T1));
        }

        return repeats;
    }
}
