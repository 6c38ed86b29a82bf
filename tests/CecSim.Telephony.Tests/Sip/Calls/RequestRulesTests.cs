namespace CecSim.Telephony.Tests.Sip.Calls;

public sealed class RequestRulesTests
{
    private const string Allow = "INVITE, ACK, BYE, CANCEL, OPTIONS, INFO, UPDATE, PRACK, REGISTER, REFER, SUBSCRIBE";

    private readonly SipTestServer _bench = new();
    private readonly Phone _phone;
    private readonly Caller _caller;

    public RequestRulesTests()
    {
        _phone = Phone.OnWebSocket(_bench.Server);
        _caller = new Caller(_phone);
    }

    [Fact]
    public void OPTIONS_says_what_can_be_asked()
    {
        var ok = _phone.Ask(_caller.Request("OPTIONS"));

        Assert.Equal((200, Allow), (ok.Status, ok["Allow"]));
        Assert.Equal("dialog, message-summary", ok["Allow-Events"]);
        Assert.Contains("application/sdp", ok["Accept"], StringComparison.Ordinal);
        Assert.NotEmpty(ok.ToTag);
    }

    [Theory]
    [InlineData("PUBLISH", 405)]
    [InlineData("MESSAGE", 405)]
    [InlineData("invite", 501)]
    [InlineData("JUGGLE", 501)]
    public void What_is_not_built_is_refused_with_what_is(string method, int status)
    {
        var answer = _phone.Ask(_caller.Request(method));

        Assert.Equal((status, Allow), (answer.Status, answer["Allow"]));
    }

    // RFC 4475, sections 3.3.2 and 3.3.3.
    [Theory]
    [InlineData("nobodyKnowsThisScheme:totallyopaquecontent")]
    [InlineData("soap.beep://192.0.2.103:3002")]
    [InlineData("tel:+358501234567")]
    public void A_scheme_that_is_not_sip_is_refused(string uri) =>
        Assert.Equal(416, _phone.Ask(Messages.SipText.Text($"OPTIONS {uri} SIP/2.0")).Status);

    // RFC 3966, sections 3 and 5.
    [Theory]
    [InlineData("tel:+86-10-(5555).0199", "+861055550199")]
    [InlineData("tel:7042;phone-context=example.com", "7042")]
    [InlineData("TEL:*31#", "*31#")]
    public void A_number_by_itself_can_be_called(string uri, string number)
    {
        var caller = new Caller(_phone) { Target = uri };

        Assert.Equal(200, caller.Connect().Status);
        Assert.Equal((number, ""), (_bench.Invites[^1].User, _bench.Invites[^1].Domain));
    }

    [Theory]
    [InlineData("tel:")]
    [InlineData("tel:-")]
    [InlineData("tel:nobody")]
    [InlineData("tel:+86*31")]
    public void A_number_that_is_none_is_refused(string uri) =>
        Assert.InRange(_phone.Ask(new Caller(_phone) { Target = uri }.Invite()).Status, 400, 416);

    // RFC 4475, section 3.3.5. What is asked of proxies is not for us.
    [Fact]
    public void A_required_extension_is_refused_by_name()
    {
        var answer = _phone.Ask(_caller.Request(
            "OPTIONS", "Require: nothingSupportsThis, norThis\r\nProxy-Require: noProxySupportsThis\r\n"));

        Assert.Equal((420, "nothingSupportsThis, norThis"), (answer.Status, answer["Unsupported"]));
    }

    // RFC 3261, section 8.2.2.3: only what is not built is named.
    [Fact]
    public void Of_several_required_extensions_only_those_that_are_not_built_are_named()
    {
        var answer = _phone.Ask(_caller.Request("OPTIONS", "Require: timer, replaces-nothing, 100REL\r\n"));

        Assert.Equal((420, "replaces-nothing"), (answer.Status, answer["Unsupported"]));
    }

    [Fact]
    public void OPTIONS_and_a_call_tell_which_extensions_there_are()
    {
        Assert.Equal("timer, 100rel", _phone.Ask(_caller.Request("OPTIONS"))["Supported"]);
        Assert.Equal("timer, 100rel", _caller.Connect()["Supported"]);
    }

    [Theory]
    [InlineData("INVITE", 483)]
    [InlineData("REGISTER", 483)]
    [InlineData("OPTIONS", 200)]
    public void Who_may_not_go_any_further_does_not_get_in(string method, int status) => Assert.Equal(
        status, _phone.Ask(Messages.SipText.Text($"{method} sip:9001@cec.test SIP/2.0", "Max-Forwards: 0")).Status);

    [Theory]
    [InlineData("BYE")]
    [InlineData("INFO")]
    [InlineData("UPDATE")]
    [InlineData("INVITE")]
    [InlineData("OPTIONS")]
    public void What_belongs_to_no_call_is_refused(string method)
    {
        _caller.ToTag = "unknown";

        Assert.Equal(481, _phone.Ask(_caller.Request(method)).Status);
    }

    [Theory]
    [InlineData("BYE")]
    [InlineData("INFO")]
    [InlineData("UPDATE")]
    [InlineData("CANCEL")]
    public void What_makes_no_call_is_refused_outside_of_one(string method) =>
        Assert.Equal(481, _phone.Ask(_caller.Request(method)).Status);

    [Fact]
    public void An_ACK_of_nothing_is_counted_and_not_answered()
    {
        _phone.Send(_caller.Ack());

        Assert.Null(_phone.Next());
        Assert.Equal(1, _bench.Server.Tally.StrayCount);
    }

    // RFC 4475, sections 3.3.6 and 3.3.15.
    [Theory]
    [InlineData("application/unknownformat", "", 415)]
    [InlineData("multipart/mixed;boundary=7a", "", 415)]
    [InlineData("application/sdp", "Content-Encoding: gzip\r\n", 415)]
    [InlineData("application/sdp", "Accept: text/nobodyKnowsThis\r\n", 406)]
    [InlineData("Application/SDP;charset=utf-8", "Accept: text/plain, application/*;q=0.1\r\n", 200)]
    public void An_offer_must_be_one_that_can_be_read_and_answered(string type, string extra, int status)
    {
        _phone.Send(_caller.Request("INVITE", $"Contact: <sip:a@b.test>\r\n{extra}", Caller.Offer, type));

        Assert.Equal(status, _phone.TakeAll()[^1].Status);
    }

    [Fact]
    public void An_INVITE_that_asks_for_an_offer_has_to_take_one()
    {
        _phone.Send(_caller.Invite("Accept: text/plain\r\n", body: null));

        Assert.Equal(406, _phone.TakeAll()[^1].Status);
    }

    // RFC 3261, section 11.2.
    [Theory]
    [InlineData("sip:9001@cec.test", 200)]
    [InlineData("sip:nobody@cec.test", 404)]
    [InlineData("sip:cec.test", 200)]
    public void OPTIONS_tells_who_is_here(string target, int status)
    {
        _bench.Has = user => user == "9001";

        Assert.Equal(status, _phone.Ask(new Caller(_phone, "options") { Target = target }.Request("OPTIONS")).Status);
    }

    [Fact]
    public void An_INVITE_without_a_contact_could_never_be_called_back() =>
        Assert.Equal(400, _phone.Ask(_caller.Request("INVITE", "", Caller.Offer, "application/sdp")).Status);

    [Fact]
    public void A_malformed_request_is_told_what_is_wrong_with_it()
    {
        var answer = _phone.Ask(Messages.SipText.Text("OPTIONS sip:9001@cec.test SIP/2.0", "CSeq: many OPTIONS"));

        Assert.Equal("SIP/2.0 400 Malformed CSeq", answer.StartLine);
        Assert.Equal("usual@cec.test", answer["Call-ID"]);
        Assert.Equal(1, _bench.Server.Tally.MalformedCount);
    }

    [Fact]
    public void What_is_not_SIP_is_counted_and_not_answered()
    {
        _phone.Send("GET / HTTP/1.1\r\nHost: cec.test\r\n\r\n");

        Assert.Null(_phone.Next());
        Assert.Equal(1, _bench.Server.Tally.UnreadableCount);
    }

    // RFC 3581, section 4, and RFC 3261, section 18.2.1.
    [Fact]
    public void The_answer_says_where_the_request_came_from()
    {
        var phone = Phone.OnDatagrams(_bench.Server);

        var via = phone.Ask(new Caller(phone).Request("OPTIONS"))["Via"];

        Assert.Equal(
            "SIP/2.0/UDP phone.invalid;branch=z9hG4bK-call-1-1;received=127.0.0.1;rport=5099", via);
    }

    [Fact]
    public void Every_hop_is_in_the_answer_in_its_order()
    {
        var answer = _phone.Ask(Messages.SipText.Text(
            "OPTIONS sip:9001@cec.test SIP/2.0",
            "Via: SIP/2.0/UDP a.test;branch=z9hG4bKa, SIP/2.0/UDP b.test;branch=z9hG4bKb",
            "v: SIP/2.0/UDP c.test;branch=z9hG4bKc"));

        Assert.Equal(["a", "b", "c"], string.Join(',', answer.All("Via")).Split(',').Select(v => $"{v[^1]}"));
    }

    [Fact]
    public void A_full_table_refuses_more_calls_and_counts_them()
    {
        var bench = new SipTestServer(new SipServerSettings { CallsMax = 1 });
        var phone = Phone.OnWebSocket(bench.Server);
        new Caller(phone).Connect();

        var answer = phone.Ask(new Caller(phone, "call-2").Invite());

        Assert.Equal((503, "5"), (answer.Status, answer["Retry-After"]));
        Assert.Equal(1, bench.Server.Tally.RefusedCount);
    }

    [Fact]
    public void A_full_table_of_requests_refuses_without_remembering()
    {
        var bench = new SipTestServer(new SipServerSettings { TransactionsMax = 1 });
        var phone = Phone.OnDatagrams(bench.Server);
        Assert.Equal(200, phone.Ask(new Caller(phone, "one").Request("OPTIONS")).Status);
        var request = new Caller(phone, "two").Request("OPTIONS");

        var refusals = new[] { phone.Ask(request), phone.Ask(request) };

        Assert.Equal(503, refusals[0].Status);
        Assert.Equal(refusals[0], refusals[1]);
        Assert.Equal(2, bench.Server.Tally.RefusedCount);
    }
}
