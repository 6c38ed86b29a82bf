namespace CecSim.Telephony.Tests.Sip.Calls;

/// <summary>Provisional answers that are acknowledged, from this side: RFC 3262.</summary>
public sealed class ReliableProvisionalTests
{
    private const string Required = "Require: 100rel\r\n";

    private readonly SipTestServer _bench = new();
    private readonly TaskCompletionSource<InviteDecision> _decision = new();
    private readonly Phone _phone;
    private readonly Caller _caller;

    public ReliableProvisionalTests()
    {
        _phone = Phone.OnWebSocket(_bench.Server);
        _caller = new Caller(_phone);
        _bench.Decide = invite =>
        {
            invite.Ring();
            return new ValueTask<InviteDecision>(_decision.Task);
        };
    }

    // Section 3, also by a reliable transport.
    [Fact]
    public void A_180_that_has_to_be_acknowledged_comes_again_at_doubling_waits_until_its_PRACK()
    {
        var ringing = Ring();
        Assert.Equal((180, "100rel"), (ringing.Status, ringing["Require"]));
        Assert.InRange(uint.Parse(ringing["RSeq"]!, null), 1u, (uint)int.MaxValue);

        foreach (var wait in (double[])[0.5, 1, 2, 4, 8])
        {
            Assert.Null(_phone.Next());
            _bench.Time.Advance(TimeSpan.FromSeconds(wait));
            Assert.Equal(ringing.Text, _phone.Take().Text);
        }

        Assert.Equal(200, Prack(ringing).Status);
        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(_phone.Next());
    }

    [Fact]
    public void A_180_that_nobody_acknowledges_ends_the_INVITE_with_504()
    {
        Ring();

        _bench.Time.Advance(TimeSpan.FromSeconds(32));

        Assert.Equal(504, _phone.TakeAll()[^1].Status);
        Assert.Equal(["ended NotAcknowledged"], _bench.Heard);
    }

    [Theory]
    [InlineData("{0} 1 INVITE", 200)]
    [InlineData("{1} 1 INVITE", 481)]
    [InlineData("{0} 2 INVITE", 481)]
    [InlineData("{0} 1 OPTIONS", 481)]
    [InlineData("{0} 1", 400)]
    [InlineData("x y z", 400)]
    public void A_PRACK_is_for_the_answer_that_it_names_or_for_none(string named, int status)
    {
        var number = uint.Parse(Ring()["RSeq"]!, null);

        var answer = _phone.Ask(_caller.Request(
            "PRACK", $"RAck: {string.Format(null, named, number, number + 1)}\r\n"));

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public void A_second_PRACK_of_the_same_answer_is_for_none()
    {
        var ringing = Ring();

        Assert.Equal([200, 481], new[] { Prack(ringing).Status, Prack(ringing).Status });
    }

    // Section 5: the offer of the INVITE is not answered yet.
    [Fact]
    public void A_PRACK_with_an_offer_is_refused_and_acknowledges_all_the_same()
    {
        var ringing = Ring();

        Assert.Equal(488, Prack(ringing, Caller.Offer).Status);

        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(_phone.Next());
    }

    [Fact]
    public void The_200_may_come_before_the_PRACK_and_ends_the_repetitions()
    {
        Ring();

        _decision.SetResult(new InviteDecision.Answer(Caller.Answer));

        var ok = _phone.Take();
        Assert.Equal((200, null), (ok.Status, ok["RSeq"]));
        _phone.Send(_caller.Ack(sequence: 1));
        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(_phone.Next());
    }

    [Theory]
    [InlineData("Supported: 100rel\r\n")]
    [InlineData("")]
    public void A_caller_that_does_not_require_it_has_a_plain_180(string extension)
    {
        var ringing = Ring(extension);

        Assert.Equal((180, null, null), (ringing.Status, ringing["Require"], ringing["RSeq"]));
    }

    // Section 5: the first reliable answer would have to bring the offer, which is not known yet.
    [Fact]
    public void A_caller_without_an_offer_that_requires_it_is_not_told_that_it_rings()
    {
        _phone.Send(_caller.Invite(Required, body: null));
        Assert.Equal([100], _phone.TakeAll().Select(w => w.Status));

        _decision.SetResult(new InviteDecision.Answer(Caller.Offer));

        Assert.Equal(200, _phone.Take().Status);
    }

    // RFC 3261, section 12.1.1: the PRACK goes by the proxies that the 180 names.
    [Fact]
    public void A_180_has_the_proxies_on_the_way()
    {
        Assert.Equal("<sip:proxy.test;lr>", Ring($"{Required}Record-Route: <sip:proxy.test;lr>\r\n")["Record-Route"]);
    }

    private SipWireText Ring(string headers = Required)
    {
        _phone.Send(_caller.Invite(headers));
        var answers = _phone.TakeAll();
        Assert.Equal([100, 180], answers.Select(w => w.Status));
        _caller.ToTag = answers[1].ToTag;
        return answers[1];
    }

    private SipWireText Prack(SipWireText ringing, string? body = null) => _phone.Ask(
        _caller.Request("PRACK", $"RAck: {ringing["RSeq"]} 1 INVITE\r\n", body, "application/sdp"));
}
