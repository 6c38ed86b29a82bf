using System.Net.WebSockets;
using CecSim.Server.Gateway;
using CecSim.Simulation.SpaceEvents;
using CecSim.Telephony.Media.Recording;
using CecSim.Tests;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Gateway;

/// <summary>A call of the gateway that something throws in fails alone: its space and all other calls go on.</summary>
public sealed class ThrowingCallTests : IDisposable
{
    private readonly GuardDiary _diary = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("cecsim-throwing-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("BYE", "end of a call's media")]
    [InlineData("drop", "drop of a call's connection")]
    [InlineData("INVITE", "wishes of a call's agent")]
    [ThrowsFrom("end of a call's media")]
    [ThrowsFrom("drop of a call's connection")]
    [ThrowsFrom("wishes of a call's agent")]
    public async Task A_call_whose_connection_throws_fails_alone(string at, string place)
    {
        await using var cec = await StartAsync(new CecSimArgs(), guardLog: _diary);
        var control = new ControlApiClient(cec.Http);
        if (at == "drop")
        {
            await control.PostAsync("spaces/demo/faults", """{"at":"invite","inject":{"socketDrops":"5s"}}""");
        }

        var call = await InvitedCall.ConnectAsync(cec);
        var phone = new BrittleFlow(cec.Sip, call);
        await phone.ConnectAsync();
        phone.ThrowsAt = at;

        switch (at)
        {
            case "BYE":
                Assert.Equal(200, (await call.Client.DropAsync()).Status);
                break;
            case "drop":
                await cec.AdvanceAsync(5);
                break;
            default:
                await cec.AdvanceAsync(2);
                Assert.Equal(200, (await control.PostAsync("spaces/demo/agents/1001/hold", "{}")).Status);
                break;
        }

        await AssertEndedAloneAsync(cec, place);
    }

    [Fact]
    [ThrowsFrom("signals of a call's media")]
    public async Task A_call_whose_script_throws_at_a_key_fails_alone()
    {
        var script = new Script(
            [new ScriptStep.Connected(), new ScriptStep.Await(new CallAction.Dtmf()), new ScriptStep.Released()]);
        await using var cec = await StartAsync(
            new CecSimArgs { Spaces = [new() { Calls = [new CallRule { Script = script }] }] }, guardLog: _diary);
        var call = await InvitedCall.ConnectAsync(cec);
        var phone = new BrittleFlow(cec.Sip, call);
        await phone.ConnectAsync();
        var throwsLeft = 1;
        cec.Space.Events.Subscribe(happened =>
        {
            if (happened is CallEventQueued && throwsLeft-- > 0)
            {
                throw new FormatException("made by a test");
            }
        });

        phone.Press('5');

        await AssertEndedAloneAsync(cec, "signals of a call's media");
    }

    [Fact]
    [ThrowsFrom("begin of media")]
    public async Task Media_that_cannot_begin_cost_calls_a_503_and_nobody_else_anything()
    {
        var time = new BrittleTime(TimeProvider.System);
        time.BreakIn("BeginMediaAsync");
        await using var cec = await StartAsync(new CecSimArgs(), real: time, guardLog: _diary);
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();

        Assert.StartsWith(
            "SIP/2.0 503 ", await phone.InviteAsync(call.AccessCode, call.Domain), StringComparison.Ordinal);

        Assert.Equal("begin of media", Assert.Single(_diary.Failures).Place);
        Assert.Equal(200, (await call.Client.CheckAsync()).Status);
    }

    [Fact]
    [ThrowsFrom("end of a recording")]
    public async Task A_log_that_throws_at_the_end_of_a_recording_ends_nothing_else()
    {
        await using var cec = await StartAsync(
            new CecSimArgs { RecordMedia = new RecordingSettings(_folder) { FilesMax = 0 } },
            guardLog: _diary,
            configureBuilder: b => b.Services.AddSingleton<ILogger<CallGateway>>(new ThrowingLog()));
        await using var peer = new TestPeer();
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        await peer.ConnectAsync(
            await phone.InviteAsync(call.AccessCode, call.Domain, offer: peer.Offer.ToString()));
        peer.SendRtp(Rtp.Loud(111, 1, 960, level: 7, [0x78, 1]));
        await peer.NextRtpAsync();

        await phone.ByeAsync(call.Domain);

        await Eventually.IsTrueAsync("the failure", () => _diary.Failures.Count > 0);
        Assert.Equal("end of a recording", Assert.Single(_diary.Failures).Place);
        Assert.Equal(200, (await call.Client.CheckAsync()).Status);
    }

    [Fact]
    [ThrowsFrom("what a SIP WebSocket still receives")]
    public async Task A_socket_that_throws_after_its_end_ends_nothing_else()
    {
        await using var cec = await StartAsync(new CecSimArgs(), guardLog: _diary);
        using var socket = new LateSocket();
        using var hostStops = new CancellationTokenSource();
        var conversation = new SipWebSocketConnection(
            socket, cec.Sip.OpenWebSocket(isSecure: false, remote: null), cec.Guard, hostStops.Token).RunAsync();

        await hostStops.CancelAsync();
        await conversation.WaitAsync(TestEnds);
        socket.Received.SetException(new FormatException("made by a test"));

        await Eventually.IsTrueAsync("the failure", () => _diary.Failures.Count > 0);
        Assert.Equal("what a SIP WebSocket still receives", Assert.Single(_diary.Failures).Place);
        Assert.Equal(200, (await (await cec.SignInAsync()).CheckAsync()).Status);
    }

    private async Task AssertEndedAloneAsync(TestCec cec, string place)
    {
        await Eventually.IsTrueAsync("the failure", () => _diary.Failures.Count > 0);

        // The space's call and the one of SIP end each other: which comes last depends on what threw.
        await Eventually.IsTrueAsync(
            "the end of the call",
            () => cec.Sip.Load.CallsCount == 0 && cec.Space.Calls.View.All(c => c.State == CallState.Ended));
        Assert.Equal((place, 1L), Assert.Single(cec.Guard.Failures.Select(f => (f.Place, f.Count))));
        Assert.Single(_diary.Failures);
        Assert.Null(cec.Space.Failure);
        Assert.Equal(
            "ended", (
                string?)(await new ControlApiClient(cec.Http).GetAsync("spaces/demo/calls"))["calls"][0]!["state"]);
        var next = await cec.SignInAsync("u2");
        Assert.Equal(200, (await next.CreateAsync()).Status);
    }

    private sealed class ThrowingLog : ILogger<CallGateway>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) => throw new FormatException("made by a test");
    }

    private sealed class LateSocket : WebSocket
    {
        public TaskCompletionSource<ValueWebSocketReceiveResult> Received { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override WebSocketCloseStatus? CloseStatus => null;

        public override string? CloseStatusDescription => null;

        public override WebSocketState State => WebSocketState.Open;

        public override string? SubProtocol => null;

        public override void Abort()
        {
        }

        public override Task CloseAsync(WebSocketCloseStatus status, string? why, CancellationToken ends) =>
            Task.CompletedTask;

        public override Task CloseOutputAsync(WebSocketCloseStatus status, string? why, CancellationToken ends) =>
            Task.CompletedTask;

        public override void Dispose()
        {
        }

        public override ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(
            Memory<byte> buffer, CancellationToken ends) => new(Received.Task);

        public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken ends) =>
            throw new NotSupportedException();

        public override Task SendAsync(
            ArraySegment<byte> buffer, WebSocketMessageType type, bool endOfMessage, CancellationToken ends) =>
            Task.CompletedTask;
    }
}
