using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Gateway;

/// <summary>What a customer's INVITE gets while the agent's phone still rings, where a space says so.</summary>
public sealed class AnsweringTests : IAsyncLifetime
{
    // With the extension that tells how loud it is.
    private const int HeaderBytes = 20;

    private static readonly SpaceSettings Ringing = new()
    {
        GatewayAnswers = GatewayAnswer.Ringing,
        Queues = [new() { Name = "voice", Type = QueueType.VoiceClickToDial }],
        Agents = [new() { WorkNo = 1001 }],
    };

    private readonly TestPeer _peer = new();
    private int _sentCount;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _peer.DisposeAsync();

    [Fact]
    [Shows("6/invite-200-at-once")]
    public async Task It_rings_until_the_agent_answers_and_then_is_answered()
    {
        await using var cec = await StartAsync(Ringing);
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        var hasRung = false;

        var answer = await phone.InviteAsync(
            call.AccessCode, call.Domain, offer: _peer.Offer.ToString(), whenItRings: () =>
            {
                hasRung = true;
                return cec.AdvanceAsync(2);
            });

        Assert.True(hasRung);
        Assert.StartsWith("SIP/2.0 200 ", answer, StringComparison.Ordinal);
        await _peer.ConnectAsync(answer);
        _peer.SendRtp(Rtp.Packet(111, 1, 960, [1, 2, 3]));
        Assert.Equal([1, 2, 3], Rtp.Payload(await _peer.NextRtpAsync()));
        Assert.StartsWith("SIP/2.0 200 ", await phone.ByeAsync(call.Domain), StringComparison.Ordinal);
        Assert.Contains("168110", (await call.Client.PollAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("6/invite-200-at-once", "10.1/waiting-music")]
    public async Task Without_the_key_it_is_answered_while_the_agent_rings()
    {
        await using var cec = await StartAsync(Ringing with { GatewayAnswers = GatewayAnswer.AtOnce });
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();

        var answer = await phone.InviteAsync(
            call.AccessCode, call.Domain, whenItRings: () => throw new InvalidOperationException("It rang."));

        Assert.StartsWith("SIP/2.0 200 ", answer, StringComparison.Ordinal);
        Assert.IsType<AgentState.Ringing>(cec.Space.Agents.View[0].State);
    }

    [Fact]
    public async Task Who_cancels_ends_the_call_and_the_agent_is_free()
    {
        await using var cec = await StartAsync(Ringing);
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();

        var answer = await phone.InviteAsync(
            call.AccessCode, call.Domain, whenItRings: async () =>
            {
                await phone.CancelAsync(call.Domain);
                Assert.StartsWith("SIP/2.0 200 ", await phone.ReceiveAsync(), StringComparison.Ordinal);
            });

        Assert.StartsWith("SIP/2.0 487 ", answer, StringComparison.Ordinal);
        Assert.Contains("168110", (await call.Client.PollAsync()).Body, StringComparison.Ordinal);
        Assert.IsType<AgentState.Ready>(cec.Space.Agents.View[0].State);
    }

    [Fact]
    public async Task A_connection_that_ends_while_it_rings_ends_the_call()
    {
        await using var cec = await StartAsync(Ringing);
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        await phone.BeginAsync(call.AccessCode, call.Domain);
        await phone.ReceiveAsync();
        Assert.StartsWith("SIP/2.0 180 ", await phone.ReceiveAsync(), StringComparison.Ordinal);

        phone.Dispose();

        Assert.Contains("168110", (await call.Client.PollAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("6/invite-200-at-once")]
    public async Task An_agent_who_does_not_answer_leaves_480_and_the_failure()
    {
        await using var cec = await StartAsync(Ringing with
        {
            Agents = [new() { WorkNo = 1001, Conduct = new AgentBehavior { Ignores = 1 } }],
        });

        await MustFailAsync(cec, () => cec.AdvanceAsync(30), "168105");
    }

    [Fact]
    public async Task An_agent_who_declines_leaves_480_and_the_failure()
    {
        await using var cec = await StartAsync(Ringing);
        var agent = new ControlApiClient(cec.Http);

        await MustFailAsync(cec, () => agent.PostAsync("spaces/demo/agents/1001/decline", "{}"), "168105");
    }

    [Fact]
    public async Task A_drop_over_HTTP_ends_the_ringing()
    {
        await using var cec = await StartAsync(Ringing);
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();

        var answer = await phone.InviteAsync(
            call.AccessCode, call.Domain, whenItRings: () => call.Client.DropAsync());

        Assert.StartsWith("SIP/2.0 480 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_who_has_answered_by_hand_is_not_waited_for()
    {
        await using var cec = await StartAsync(Ringing);
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        await new ControlApiClient(cec.Http).PostAsync("spaces/demo/agents/1001/answer", "{}");

        var answer = await phone.InviteAsync(
            call.AccessCode, call.Domain, whenItRings: () => throw new InvalidOperationException("It rang."));

        Assert.StartsWith("SIP/2.0 200 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_a_script_decides_has_no_agent_to_wait_for()
    {
        await using var cec = await StartAsync(Ringing with
        {
            Calls = [new CallRule { Script = new Script([new ScriptStep.Connected()]) }],
        });
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();

        Assert.StartsWith(
            "SIP/2.0 200 ", await phone.InviteAsync(call.AccessCode, call.Domain), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offer_that_cannot_be_answered_ends_the_call_when_the_agent_has_answered()
    {
        await using var cec = await StartAsync(Ringing);
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();

        var answer = await phone.InviteAsync(
            call.AccessCode, call.Domain, offer: "v=0\r\n", whenItRings: () => cec.AdvanceAsync(2));

        Assert.StartsWith("SIP/2.0 488 ", answer, StringComparison.Ordinal);
        Assert.Contains("168110", (await call.Client.PollAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("6/invite-200-at-once", "10.1/waiting-music")]
    public async Task Where_music_is_wanted_it_plays_until_the_agent_answers_and_again_after_a_transfer()
    {
        await using var cec = await StartAsync(Ringing with
        {
            GatewayAnswers = GatewayAnswer.WithMusic,
            Queues =
            [
                new() { Name = "voice", Type = QueueType.VoiceClickToDial },
                new() { Name = "second", Type = QueueType.VoiceClickToDial },
            ],
            Agents =
            [
                new()
                {
                    WorkNo = 1001,
                    Skills = [new("voice")],
                    Conduct = new AgentBehavior
                    {
                        TalksFor = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5)), TransfersTo = "second",
                    },
                },
                new() { WorkNo = 1002, Skills = [new("second")] },
            ],
        });
        await cec.Space.Time.AdvanceAsync(TimeSpan.Zero, TestEnds);
        cec.Space.Agents.Ask(1002, new AgentInput.SetNotReady(200));
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        await _peer.ConnectAsync(
            await phone.InviteAsync(call.AccessCode, call.Domain, offer: _peer.Offer.ToString()));

        await MusicAsync();
        await cec.AdvanceAsync(2);
        await EchoAsync();
        await cec.AdvanceAsync(5);
        await MusicAsync();
    }

    private static async Task MustFailAsync(TestCec cec, Func<Task> whenItRings, string eventId)
    {
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();

        var answer = await phone.InviteAsync(call.AccessCode, call.Domain, whenItRings: whenItRings);

        Assert.StartsWith("SIP/2.0 480 ", answer, StringComparison.Ordinal);
        Assert.Contains(eventId, (await call.Client.PollAsync()).Body, StringComparison.Ordinal);
    }

    // Echoes that were on their way may come first.
    private async Task MusicAsync()
    {
        for (var inARow = 0; inARow < 3;)
        {
            inARow = (await NextAsync()).Length > HeaderBytes + 8 ? inARow + 1 : 0;
        }
    }

    // What comes to the gateway before it echoes is lost, so the phone speaks until it hears itself.
    private async Task EchoAsync()
    {
        using var heard = CancellationTokenSource.CreateLinkedTokenSource(TestEnds);
        var speaking = SpeakAsync(heard.Token);
        while (Rtp.Payload(await NextAsync()) is not [1, 2, 3])
        {
            // Music that was on its way.
        }

        await heard.CancelAsync();
        await speaking;
    }

    private async Task SpeakAsync(CancellationToken heard)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            do
            {
                _peer.SendRtp(Rtp.Packet(111, ++_sentCount, (uint)_sentCount * 960, [1, 2, 3]));
            }
            while (await pace.WaitForNextTickAsync(heard));
        }
        catch (OperationCanceledException) when (heard.IsCancellationRequested)
        {
            // It need not go on.
        }
    }

    private Task<byte[]> NextAsync() => _peer.NextRtpAsync().WaitAsync(TimeSpan.FromSeconds(20), TestEnds);
}
