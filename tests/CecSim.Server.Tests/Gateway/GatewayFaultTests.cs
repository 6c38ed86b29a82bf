namespace CecSim.Server.Tests.Gateway;

/// <summary>What each fault of the gateway does to a phone and its media, and to nobody else.</summary>
public sealed class GatewayFaultTests : IAsyncLifetime
{
    private readonly TestPeer _peer = new();
    private TestCec _cec = null!;
    private InvitedCall _call = null!;
    private BrowserPhone _phone = null!;

    public async ValueTask InitializeAsync()
    {
        _cec = await TestCec.StartAsync(new CecSimArgs
        {
            Spaces = [new SpaceSettings { GatewayScheme = GatewayScheme.Ws }],
            SipReturnWithin = TimeSpan.FromSeconds(1),
        });
        _call = await InvitedCall.ConnectAsync(_cec);
        _phone = await _call.OpenPhoneAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _phone.Dispose();
        await _peer.DisposeAsync();
        await _cec.DisposeAsync();
    }

    [Fact]
    public async Task A_sip_status_refuses_the_call_and_leaves_the_next_alone()
    {
        await ArmAsync("""{"sipStatus":{"code":486,"reason":"Lunch"}}""", """,{"nth":1}""");

        Assert.StartsWith("SIP/2.0 486 Lunch\r\n", await InviteAsync(), StringComparison.Ordinal);
        using var next = await _call.OpenPhoneAsync();
        Assert.StartsWith(
            "SIP/2.0 200 ", await next.InviteAsync(_call.AccessCode, _call.Domain), StringComparison.Ordinal);
        Assert.Equal("", await _cec.FoundAsync());
    }

    [Fact]
    public async Task An_invite_stands_until_it_is_let_go()
    {
        await ArmAsync("\"pauseInvite\"", """,{"nth":1}""");
        var control = new ControlApiClient(_cec.Http);
        await _phone.BeginAsync(_call.AccessCode, _call.Domain);
        Assert.StartsWith("SIP/2.0 100 ", await _phone.ReceiveAsync(), StringComparison.Ordinal);
        await Eventually.IsTrueAsync("it stands", () => _cec.Space.Faults.Held.View.Held.Count == 1);

        var held = (await control.GetAsync("spaces/demo/breakpoints"))["held"]![0]!;
        Assert.Equal(
            ("invite-1", "invite", "INVITE", $"sip:{_call.AccessCode}@{_call.Domain}"),
            ((string?)held["id"], (string?)held["stage"], (string?)held["method"], (string?)held["target"]));
        Assert.StartsWith("v=0", (string?)held["body"]!["text"], StringComparison.Ordinal);
        await control.PostAsync("spaces/demo/breakpoints/invite-1/release");

        Assert.StartsWith("SIP/2.0 200 ", await _phone.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invite_is_refused_where_it_stands_and_nothing_else_may_be_written_into_the_answer()
    {
        await ArmAsync("\"pauseInvite\"");
        var control = new ControlApiClient(_cec.Http);
        await _phone.BeginAsync(_call.AccessCode, _call.Domain);
        Assert.StartsWith("SIP/2.0 100 ", await _phone.ReceiveAsync(), StringComparison.Ordinal);
        await Eventually.IsTrueAsync("it stands", () => _cec.Space.Faults.Held.View.Held.Count == 1);

        foreach (var wrong in new[]
        {
            """{"status":200}""", """{"body":"no"}""", """{"status":486,"contentType":"text/plain"}""",
            """{"status":486,"body":"a\r\nVia: b"}""",
        })
        {
            (await control.PostAsync("spaces/demo/breakpoints/invite-1/release", wrong)).MustBeProblem(
                400, "bad-request");
        }

        await control.PostAsync(
            "spaces/demo/breakpoints/invite-1/release", """{"status":486,"body":"Lunch"}""");

        Assert.StartsWith("SIP/2.0 486 Lunch\r\n", await _phone.ReceiveAsync(), StringComparison.Ordinal);
        Assert.Equal("", await _cec.FoundAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invite_that_stood_or_was_dropped_ends_when_its_caller_gives_up(bool isDropped)
    {
        await ArmAsync("\"pauseInvite\"");
        await _phone.BeginAsync(_call.AccessCode, _call.Domain);
        Assert.StartsWith("SIP/2.0 100 ", await _phone.ReceiveAsync(), StringComparison.Ordinal);
        await Eventually.IsTrueAsync("it stands", () => _cec.Space.Faults.Held.View.Held.Count == 1);
        if (isDropped)
        {
            await new ControlApiClient(_cec.Http).DeleteAsync("spaces/demo/breakpoints/invite-1");
        }

        await _phone.CancelAsync(_call.Domain);

        string[] answers = [await _phone.ReceiveAsync(), await _phone.ReceiveAsync()];
        Assert.Contains(answers, a => a.StartsWith("SIP/2.0 487 ", StringComparison.Ordinal));
        await Eventually.IsTrueAsync("nothing stands", () => _cec.Space.Faults.Held.View.Held.Count == 0);
    }

    [Fact]
    public async Task A_fault_of_one_user_spares_the_others()
    {
        await new ControlApiClient(_cec.Http).PostAsync(
            "spaces/demo/faults", """{"at":"invite","match":{"userId":"vip-*"},"inject":{"sipStatus":486}}""");

        Assert.StartsWith("SIP/2.0 200 ", await InviteAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_answer_it_rings_until_the_phone_cancels()
    {
        await ArmAsync("\"noAnswer\"");

        await _phone.BeginAsync(_call.AccessCode, _call.Domain);

        Assert.StartsWith("SIP/2.0 100 ", await _phone.ReceiveAsync(), StringComparison.Ordinal);
        Assert.StartsWith("SIP/2.0 180 ", await _phone.ReceiveAsync(), StringComparison.Ordinal);
        await _phone.CancelAsync(_call.Domain);
        string[] answers = [await _phone.ReceiveAsync(), await _phone.ReceiveAsync()];
        Assert.Contains(answers, a => a.StartsWith("SIP/2.0 487 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_black_hole_swallows_every_check()
    {
        await ArmAsync("\"iceBlackhole\"");
        _peer.Take(await InviteAsync());

        // Another call's check is answered after it, so this one's has been read and passed over.
        var check = _peer.CheckAsync();
        await using var healthy = new TestPeer();
        var other = await ConnectAnotherAsync(healthy);
        await healthy.ConnectAsync(other);

        Assert.False(check.IsCompleted);
        Assert.Equal("waiting", (string?)(await MediaAsync())["ice"]!["state"]);
    }

    [Fact]
    public async Task A_handshake_that_fails_ends_the_call()
    {
        await ArmAsync("\"dtlsFailure\"");
        var answer = await InviteAsync();

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => _peer.ConnectAsync(answer));

        Assert.Contains("alert 40", failed.Message, StringComparison.Ordinal);
        Assert.StartsWith("BYE ", await _phone.ReceiveAsync(), StringComparison.Ordinal);
        Assert.Equal(
            ("failed", "handshakeFailed"),
            ((string?)(await MediaAsync())["dtls"]!["state"], (string?)(await MediaAsync())["end"]));
        Assert.Contains(
            "abnormal release: the media could not be secured",
            (await _call.Client.PollAsync()).Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_way_audio_is_heard_and_not_answered()
    {
        await ArmAsync("\"oneWayAudio\"");
        await _peer.ConnectAsync(await InviteAsync());

        _peer.SendRtp(Rtp.Loud(111, 1, 960, level: 7, [1]));
        await _peer.CheckAsync();

        var media = await MediaAsync();
        Assert.True((bool)media["heardAudio"]!);
        Assert.Equal((1, 0), ((int)media["lines"]![0]!["packetsIn"]!, (int)media["lines"]![0]!["packetsOut"]!));
        Assert.Equal(0, _peer.RtpWaiting);
    }

    [Fact]
    public async Task Lost_packets_never_come_and_the_same_are_lost_for_the_same_seed()
    {
        await ArmAsync("""{"packetLoss":0.5}""");
        await _peer.ConnectAsync(await InviteAsync());

        for (var sequence = 1; sequence <= 200; sequence++)
        {
            _peer.SendRtp(Rtp.Packet(111, sequence, (uint)sequence * 960, [1]));
        }

        await _peer.CheckAsync();
        var line = (await MediaAsync())["lines"]![0]!;
        Assert.Equal((98, 45), ((int)line["packetsIn"]!, _peer.RtpWaiting));
    }

    [Fact]
    public async Task Jitter_lets_packets_wait_and_none_overtake()
    {
        await ArmAsync("""{"jitter":"200ms"}""");
        await _peer.ConnectAsync(await InviteAsync());

        var start = TimeProvider.System.GetTimestamp();
        for (var sequence = 1; sequence <= 20; sequence++)
        {
            _peer.SendRtp(Rtp.Packet(111, sequence, (uint)sequence * 960, [(byte)sequence]));
        }

        var order = new List<byte>();
        while (order.Count < 20)
        {
            order.Add(Rtp.Payload(await _peer.NextRtpAsync())[0]);
        }

        // Of twenty waits that are drawn up to 200 ms one is longer than 100, and the last packet waits for it.
        Assert.True(TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromMilliseconds(100));
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public async Task The_gateway_hangs_up_when_its_time_has_come()
    {
        await ArmAsync("""{"gatewayHangsUp":"5s"}""");
        await InviteAsync();

        await _cec.AdvanceAsync(5);

        Assert.StartsWith("BYE ", await _phone.ReceiveAsync(), StringComparison.Ordinal);
        var last = JsonNode.Parse((await _call.Client.PollAsync()).Body)!;
        Assert.Equal((168105, 3), ((int)last["eventId"]!, (int)last["content"]!["causeId"]!));
    }

    [Fact]
    public async Task The_socket_breaks_without_a_farewell()
    {
        await ArmAsync("""{"socketDrops":"5s"}""");
        await InviteAsync();

        await _cec.AdvanceAsync(5);

        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(_phone.ReceiveAsync);
        Assert.Contains("168110", (await _call.Client.PollAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_to_happen_to_a_call_goes_with_it()
    {
        await ArmAsync("""{"gatewayHangsUp":"1s"}""");
        await InviteAsync();
        var due = _cec.Space.Time.View.Now + TimeSpan.FromSeconds(1);
        Assert.Equal(due, _cec.Space.Time.View.NextDue);

        await _phone.ByeAsync(_call.Domain);
        await _call.Client.PollAsync();

        Assert.NotEqual(due, _cec.Space.Time.View.NextDue);
    }

    private async Task ArmAsync(string inject, string when = "")
    {
        var rule = when.Length == 0
            ? $$"""{"at":"invite","inject":{{inject}}}"""
            : $$"""{"at":"invite","inject":{{inject}},"when":{{when[1..]}}}""";
        Assert.Equal(201, (await new ControlApiClient(_cec.Http).PostAsync("spaces/demo/faults", rule)).Status);
    }

    private Task<string> InviteAsync() =>
        _phone.InviteAsync(_call.AccessCode, _call.Domain, offer: _peer.Offer.ToString());

    private Task<JsonNode> MediaAsync() => _cec.ReadAsync($"{ControlAnswers.Space}/calls/1/media");

    private async Task<string> ConnectAnotherAsync(TestPeer peer)
    {
        await new ControlApiClient(_cec.Http).DeleteAsync("spaces/demo/faults");
        var client = await _cec.SignInAsync("u2");
        await client.CreateAsync();
        var other = new InvitedCall(client, JsonNode.Parse((await client.PollAsync()).Body)!["content"]!);
        var phone = await other.OpenPhoneAsync();
        return await phone.InviteAsync(other.AccessCode, other.Domain, offer: peer.Offer.ToString());
    }
}
