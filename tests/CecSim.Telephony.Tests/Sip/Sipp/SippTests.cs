namespace CecSim.Telephony.Tests.Sip.Sipp;

/// <summary>sipp against real sockets: what it takes for SIP must be SIP.</summary>
public sealed class SippTests : IAsyncDisposable
{
    private const string Udp = "u1";
    private const string Tcp = "t1";

    private readonly SipTestServer _bench = new(clock: TimeProvider.System);
    private readonly IPEndPoint _udp;
    private readonly IPEndPoint _tcp;

    public SippTests()
    {
        var any = new IPEndPoint(IPAddress.Loopback, 0);
        _udp = _bench.Server.ListenUdp(any).LocalEndPoint;
        _tcp = _bench.Server.ListenTcp(any).LocalEndPoint;
    }

    public ValueTask DisposeAsync() => _bench.Server.DisposeAsync();

    [Theory]
    [InlineData(Udp)]
    [InlineData(Tcp)]
    public async Task Its_own_caller_calls_and_hangs_up(string transport)
    {
        await RunAsync(transport, "-sn", "uac", "-m", "100", "-r", "100", "-d", "100");

        Assert.Equal(100, _bench.Invites.Count);
        Assert.All(_bench.Heard, h => Assert.Equal("ended CallerHungUp", h));
        AssertSound();
    }

    [Theory]
    [InlineData(Udp)]
    [InlineData(Tcp)]
    public async Task A_caller_holds_presses_a_key_and_is_hung_up(string transport)
    {
        _bench.Decide = invite =>
        {
            invite.Ring();
            return ValueTask.FromResult<InviteDecision>(new InviteDecision.Answer(Caller.Answer));
        };
        _bench.Pressed = call => call.HangUp("5 is the way out");

        await RunAsync(transport, "-sf", SippRun.Scenario("hold"), "-m", "1");

        Assert.Equal(["dtmf 5", "ended HungUp"], _bench.Heard);
        AssertSound();
    }

    [Theory]
    [InlineData(Udp)]
    [InlineData(Tcp)]
    public async Task A_caller_that_thinks_better_of_it_is_let_go(string transport)
    {
        _bench.Decide = invite =>
        {
            invite.Ring();
            return new ValueTask<InviteDecision>(new TaskCompletionSource<InviteDecision>().Task);
        };

        await RunAsync(transport, "-sf", SippRun.Scenario("cancel"), "-m", "10", "-r", "10");

        Assert.All(_bench.Heard, h => Assert.Equal("ended CallerCancelled", h));
        AssertSound();
    }

    /// <summary>As a PBX calls: RFC 3262 and RFC 4028.</summary>
    [Theory]
    [InlineData(Udp)]
    [InlineData(Tcp)]
    public async Task A_caller_acknowledges_the_ringing_and_refreshes_its_session(string transport)
    {
        _bench.Decide = async invite =>
        {
            invite.Ring();
            await Eventually.IsTrueAsync("its PRACK is answered", () => _bench.Server.Trace.MessagesOf(invite.CallId)
                .Any(m => m.StartLine == "SIP/2.0 200 OK"));
            return new InviteDecision.Answer(Caller.Answer);
        };

        await RunAsync(transport, "-sf", SippRun.Scenario("pbx"), "-m", "10", "-r", "10");

        Assert.All(_bench.Heard, h => Assert.Equal("ended CallerHungUp", h));
        AssertSound();
    }

    [Theory]
    [InlineData(Udp)]
    [InlineData(Tcp)]
    public async Task What_is_wrong_is_refused_as_it_expects(string transport)
    {
        await RunAsync(transport, "-sf", SippRun.Scenario("refused"), "-m", "10", "-r", "10");

        Assert.Equal(10, _bench.Server.Tally.MalformedCount);
        AssertSound();
    }

    [Theory]
    [InlineData(Udp)]
    [InlineData(Tcp)]
    [Shows("6/softphone-registers")]
    public async Task A_softphone_registers_with_its_password(string transport)
    {
        await RunAsync(
            transport, "-sf", SippRun.Scenario("register"), "-s", "1001", "-ap", "secret-1001", "-m", "1");

        Assert.Equal(0, _bench.Server.Tally.UnreadableCount);
    }

    [Fact]
    public async Task A_softphone_with_a_wrong_password_does_not_register()
    {
        await RunAsync(Udp, "-sf", SippRun.Scenario("register-refused"), "-s", "1001", "-ap", "wrong", "-m", "1");

        Assert.Empty(_bench.Server.Registrar.All());
    }

    private Task RunAsync(string transport, params string[] arguments) =>
        SippRun.PassesAsync(transport == Udp ? _udp : _tcp, ["-t", transport, .. arguments]);

    private void AssertSound()
    {
        Assert.Equal(0, _bench.Server.Load.CallsCount);
        Assert.Equal(0, _bench.Server.Tally.UnreadableCount);
        Assert.Equal(0, _bench.Server.Tally.RefusedCount);
    }
}
