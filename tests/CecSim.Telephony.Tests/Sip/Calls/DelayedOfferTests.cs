namespace CecSim.Telephony.Tests.Sip.Calls;

/// <summary>An INVITE without an offer is given one, and its ACK has the answer: RFC 3261, sections 13.2.1 and 14.2.
/// </summary>
public sealed class DelayedOfferTests
{
    private readonly SipTestServer _bench = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_invite_without_an_offer_is_given_one_and_its_ack_answers_it(bool onWebSocket)
    {
        var phone = PhoneOn(onWebSocket);
        var caller = new Caller(phone);

        var ok = Connect(phone, caller);
        phone.Send(caller.Ack(Caller.Offer));

        Assert.Equal((Caller.Answer, "application/sdp"), (ok.Body, ok["Content-Type"]));
        Assert.Equal("", _bench.Invites[0].Offer);
        Assert.Equal([$"answer {Caller.Offer}"], _bench.Heard);
        Assert.Null(phone.Next());
        Assert.Equal(200, phone.Ask(caller.Request("BYE")).Status);
        _bench.AssertNothingLeft();
    }

    [Theory]
    [InlineData(true, null, "application/sdp", "The ACK has no answer to the offer that the 200 brought")]
    [InlineData(false, null, "application/sdp", "The ACK has no answer to the offer that the 200 brought")]
    [InlineData(true, "hello", "text/plain", "The ACK answers by text/plain, not application/sdp")]
    [InlineData(false, "v=1", "application/sdp", "The SDP is broken")]
    public void An_ack_without_a_usable_answer_ends_the_call_with_a_reason(
        bool onWebSocket, string? body, string type, string why)
    {
        _bench.TakesAnswer = sdp => sdp == "v=1" ? "The SDP is broken" : null;
        var phone = PhoneOn(onWebSocket);
        var caller = new Caller(phone);

        Connect(phone, caller);
        phone.Send(caller.Ack(body, type));

        var bye = phone.Take();
        Assert.StartsWith("BYE ", bye.StartLine, StringComparison.Ordinal);
        Assert.Equal($"SIP;cause=488;text=\"{why}\"", bye["Reason"]);
        Assert.Contains("ended AnswerUnusable", _bench.Heard);
        var told = Assert.Single(_bench.Refusals);
        Assert.Equal(("ACK", 488, why), (told.Method, told.Status, told.Why));
        phone.Send(Caller.AnswerTo(bye, 200));
        _bench.AssertNothingLeft();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_later_invite_without_an_offer_is_given_one_too(bool onWebSocket)
    {
        var asked = new List<string>();
        _bench.Reoffer = sdp =>
        {
            asked.Add(sdp);
            return ValueTask.FromResult<string?>(Caller.Answer);
        };
        var phone = PhoneOn(onWebSocket);
        var caller = new Caller(phone);
        caller.Connect();

        phone.Send(caller.Invite(body: null));
        Assert.Equal(100, phone.Take().Status);
        var ok = phone.Take();
        Assert.Equal((200, Caller.Answer), (ok.Status, ok.Body));

        // One offer at a time, until the ACK has answered this one.
        Assert.Equal(491, phone.Ask(caller.Request("UPDATE", "", Caller.Offer, "application/sdp")).Status);
        phone.Send(caller.Ack(Caller.Offer, sequence: 2));

        Assert.Equal([""], asked);
        Assert.Equal([$"answer {Caller.Offer}"], _bench.Heard);
        phone.Send(caller.Request("UPDATE", "", Caller.Offer, "application/sdp"));
        Assert.Equal(200, phone.TakeAll()[^1].Status);
    }

    [Fact]
    public void An_answer_that_comes_twice_counts_once()
    {
        var phone = PhoneOn(onWebSocket: false);
        var caller = new Caller(phone);
        Connect(phone, caller);
        var ack = caller.Ack(Caller.Offer);

        phone.Send(ack);
        phone.Send(ack);

        Assert.Single(_bench.Heard);
    }

    private Phone PhoneOn(bool onWebSocket) =>
        onWebSocket ? Phone.OnWebSocket(_bench.Server) : Phone.OnDatagrams(_bench.Server);

    private static SipWireText Connect(Phone phone, Caller caller)
    {
        phone.Send(caller.Invite(body: null));
        Assert.Equal(100, phone.Take().Status);
        var ok = phone.Take();
        caller.ToTag = ok.ToTag;
        return ok;
    }
}
