namespace CecSim.Telephony.Tests.Sip;

/// <summary>What becomes of a call whose connection is gone.</summary>
public sealed class LostFlowTests
{
    private readonly SipTestServer _bench = new();
    private readonly Phone _phone;
    private readonly Caller _caller;

    public LostFlowTests()
    {
        _phone = Phone.OnWebSocket(_bench.Server);
        _caller = new Caller(_phone);
    }

    [Fact]
    [Shows("6/websocket-back-within-15s")]
    public void A_lost_connection_ends_its_calls_once_nobody_came_back()
    {
        _caller.Connect();

        _phone.HangUpFlow();
        _bench.Time.Advance(TimeSpan.FromSeconds(15) - TimeSpan.FromTicks(1));
        Assert.Empty(_bench.Heard);
        _bench.Time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(["ended FlowLost"], _bench.Heard);
        _bench.AssertNothingLeft();
    }

    [Theory]
    [InlineData("INVITE", true)]
    [InlineData("INFO", true)]
    [InlineData("INVITE", false)]
    public void A_caller_that_comes_back_by_another_connection_goes_on_by_it(string method, bool isLostBefore)
    {
        _caller.Connect();
        if (isLostBefore)
        {
            _phone.HangUpFlow();
            _bench.Time.Advance(TimeSpan.FromSeconds(14));
        }

        var other = Phone.OnWebSocket(_bench.Server);
        var back = new Caller(other) { ToTag = _caller.ToTag };
        back.Request("INFO");
        other.Send(method == "INVITE" ? back.Invite() : back.Request(method));
        Assert.Equal(200, other.TakeAll()[^1].Status);
        other.Send(back.Ack());
        _phone.HangUpFlow();
        _bench.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Empty(_bench.Heard);
        _bench.Call.HangUp("enough");
        Assert.StartsWith("BYE ", other.Take().StartLine, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_closes_its_connection_in_good_order_ends_its_calls_at_once()
    {
        _caller.Connect();

        ((SipWebSocketFlow)_phone.Flow).Leave();

        Assert.Equal(["ended FlowLost"], _bench.Heard);
        _bench.AssertNothingLeft();
    }

    [Fact]
    public void A_call_that_still_rings_ends_with_its_connection()
    {
        _bench.Decide = _ => new ValueTask<InviteDecision>(new TaskCompletionSource<InviteDecision>().Task);
        _phone.Send(_caller.Invite());

        _phone.HangUpFlow();

        Assert.Equal(["ended FlowLost"], _bench.Heard);
        _bench.AssertNothingLeft();
    }
}
