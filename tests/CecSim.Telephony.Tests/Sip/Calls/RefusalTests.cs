namespace CecSim.Telephony.Tests.Sip.Calls;

/// <summary>No refusal of the stack leaves without its reason, for the peer and for the application.</summary>
public sealed class RefusalTests
{
    private readonly SipTestServer _bench = new();
    private readonly Phone _phone;
    private readonly Caller _caller;

    public RefusalTests()
    {
        _phone = Phone.OnWebSocket(_bench.Server);
        _caller = new Caller(_phone);
    }

    [Theory]
    [InlineData("MESSAGE", "", 405, "MESSAGE is not served here")]
    [InlineData("FROB", "", 501, "FROB is not served here")]
    [InlineData("OPTIONS", "Require: norefersub\r\n", 420, "An extension of Require is not built: norefersub")]
    [InlineData("BYE", "", 481, "A BYE without a tag in To is for no call")]
    [InlineData("OPTIONS", "Contact: <broken\r\n", 400, "Malformed Contact")]
    public void A_request_is_refused_with_a_sentence(string method, string extra, int status, string why)
    {
        var answer = _phone.Ask(_caller.Request(method, extra));

        Assert.Equal((status, $"399 cecsim \"{why}\""), (answer.Status, answer["Warning"]));
        var refused = Assert.Single(_bench.Refusals);
        Assert.Equal((method, status, why), (refused.Method, refused.Status, refused.Why));
    }

    [Theory]
    [InlineData("text/plain", "", 415, "The body is text/plain, not application/sdp")]
    [InlineData("application/sdp", "Content-Encoding: gzip\r\n", 415, "The body is encoded as gzip")]
    [InlineData("application/sdp", "Accept: text/plain\r\n", 406, "The Accept of the request does not take")]
    public void An_offer_that_cannot_be_read_is_refused_once_the_application_has_found_whom_it_calls(
        string type, string extra, int status, string why)
    {
        _bench.Decide = invite => ValueTask.FromResult<InviteDecision>(invite.Unreadable!);

        _phone.Send(_caller.Request("INVITE", $"Contact: <sip:a@b.invalid>\r\n{extra}", Caller.Offer, type));

        var answer = _phone.TakeAll()[^1];
        Assert.Equal(status, answer.Status);
        Assert.StartsWith($"399 cecsim \"{why}", answer["Warning"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_not_there_is_told_before_the_offer_is_looked_at()
    {
        _bench.Decide = _ => ValueTask.FromResult<InviteDecision>(new InviteDecision.Refuse(404));

        _phone.Send(_caller.Request("INVITE", "Contact: <sip:a@b.invalid>\r\n", "hello", "text/plain"));

        Assert.Equal(404, _phone.TakeAll()[^1].Status);
    }

    [Fact]
    public void What_the_application_says_reaches_the_peer_with_its_code_and_its_headers()
    {
        _bench.Decide = _ => ValueTask.FromResult<InviteDecision>(new InviteDecision.Refuse(488)
        {
            Why = "The \"codec\" C:\\x\r\nVia: evil \u202e",
            WarnCode = SipWarnCode.IncompatibleMediaFormat,
            Headers = [new SipHeader("Retry-After", "5")],
        });

        _phone.Send(_caller.Invite());

        var answer = _phone.TakeAll()[^1];
        Assert.Equal("305 cecsim \"The \\\"codec\\\" C:\\\\x  Via: evil  \"", answer["Warning"]);
        Assert.Equal(("5", "Not Acceptable Here"), (answer["Retry-After"], answer.StartLine[12..]));
        Assert.Single(answer.All("Via"));
    }

    [Fact]
    public void A_refused_offer_within_a_call_says_why_and_names_its_call()
    {
        _caller.Connect();
        _bench.Reoffer = _ => ValueTask.FromResult<string?>(null);

        _phone.Send(_caller.Invite());

        Assert.Equal("305 cecsim \"No common codec\"", _phone.TakeAll()[^1]["Warning"]);
        Assert.Same(_bench.Call, Assert.Single(_bench.Refusals).Call);
    }

    [Fact]
    public void A_call_taken_back_is_told_so()
    {
        _bench.Decide = invite => new ValueTask<InviteDecision>(new TaskCompletionSource<InviteDecision>().Task);
        _phone.Send(_caller.Invite());

        _phone.Send(_caller.Cancel());

        var terminated = Assert.Single(_phone.TakeAll(), w => w.Status == 487);
        Assert.Equal("399 cecsim \"The caller sent CANCEL\"", terminated["Warning"]);
    }

    [Fact]
    [ThrowsFrom("notice of a refusal")]
    public void An_application_that_fails_at_hearing_of_it_hinders_nobody()
    {
        _bench.OnRefused = _ => throw new InvalidOperationException("no book");

        Assert.Equal(405, _phone.Ask(_caller.Request("MESSAGE")).Status);
        Assert.Equal(["failed: no book"], _bench.Heard);
        Assert.Equal("notice of a refusal", Assert.Single(_bench.Guard.Failures).Place);
    }
}
