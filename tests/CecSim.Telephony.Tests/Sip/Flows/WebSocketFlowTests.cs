namespace CecSim.Telephony.Tests.Sip.Flows;

public sealed class WebSocketFlowTests
{
    private readonly SipTestServer _bench = new();

    // RFC 7118, section 6, and RFC 5626, section 4.4.1.
    [Fact]
    [Shows("6/keep-alive")]
    public void A_keep_alive_is_answered()
    {
        var phone = Phone.OnWebSocket(_bench.Server);

        Assert.Equal("\r\n", phone.Ask("\r\n\r\n").Text);
    }

    [Fact]
    public void An_empty_message_is_no_message()
    {
        var phone = Phone.OnWebSocket(_bench.Server);

        phone.Send("");
        phone.Send("\r\n");

        Assert.Null(phone.Next());
        Assert.Equal(0, _bench.Server.Tally.UnreadableCount);
    }

    [Fact]
    public void A_secure_flow_says_so_in_its_via()
    {
        using var flow = _bench.Server.OpenWebSocket(isSecure: true, remote: null);

        Assert.StartsWith("SIP/2.0/WSS cecsim.invalid;branch=", flow.ViaFor("z"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_peer_that_reads_nothing_is_dropped_with_its_calls()
    {
        var phone = Phone.OnWebSocket(_bench.Server);
        var caller = new Caller(phone);
        caller.Connect();

        for (var i = 0; i <= SipOutbox.MessagesMax; i++)
        {
            phone.Send(caller.Request("INFO"));
        }

        Assert.Equal(["ended FlowLost"], _bench.Heard);
        Assert.Equal(1, _bench.Server.Tally.SlowPeersCount);
        Assert.Equal(SipOutbox.MessagesMax, phone.TakeAll().Count);
        Assert.True(((SipWebSocketFlow)phone.Flow).Outgoing.Completion.IsCompleted);
        _bench.AssertNothingLeft();
    }

    [Fact]
    public void The_buffer_of_the_host_may_be_used_again()
    {
        using var flow = _bench.Server.OpenWebSocket(isSecure: false, remote: null);
        var decision = new TaskCompletionSource<InviteDecision>();
        _bench.Decide = _ => new ValueTask<InviteDecision>(decision.Task);
        var buffer = Encoding.UTF8.GetBytes(new Caller(Phone.OnWebSocket(_bench.Server)).Invite());

        flow.Receive(buffer);
        buffer.AsSpan().Clear();

        Assert.Equal(Caller.Offer, _bench.Invites[0].Offer);
    }

    [Fact]
    public void The_calls_of_other_flows_go_on()
    {
        var gone = Phone.OnWebSocket(_bench.Server);
        var staying = Phone.OnWebSocket(_bench.Server);
        new Caller(gone, "gone").Connect();
        var caller = new Caller(staying, "staying");
        caller.Connect();

        gone.HangUpFlow();
        _bench.Time.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal(200, staying.Ask(caller.Request("INFO")).Status);
        Assert.Equal(1, _bench.Server.Load.CallsCount);
    }
}
