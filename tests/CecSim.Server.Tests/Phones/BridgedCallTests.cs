using System.Text.Json;
using CecSim.Server.Tests.Gateway;
using CecSim.Telephony.Media.Codecs;
using static CecSim.Server.Tests.Phones.PhoneBench;

namespace CecSim.Server.Tests.Phones;

/// <summary>A customer and an agent who hear each other: two phones that were not written here.</summary>
public sealed class BridgedCallTests
{
    private const string AgentMedia = $"{ControlAnswers.Space}/calls/1/media/agent";

    [Theory]
    [InlineData("udp")]
    [InlineData("tcp")]
    [Shows("6/rings-at-softphone")]
    public async Task The_agents_phone_rings_and_both_hear_each_other_until_the_customer_leaves(string transport)
    {
        await using var cec = await TestCec.StartAsync(Centre());
        await using var agent = await RegisterAsync(cec, "answermode=auto;audio_codecs=PCMU", transport);
        var call = await InvitedCall.ConnectAsync(cec);
        await using var customer = Call(cec, call, "PCMA,PCMU");

        await Pitch.HeardAsync(customer.Heard, AgentHertz);
        await Pitch.HeardAsync(agent.Heard, CustomerHertz);

        // The customer likes PCMA better; what both have needs no transcoding.
        Assert.Equal(Codec.Pcmu, cec.MediaOf(1).Lines[0].Codec);
        await call.Client.DropAsync();
        await agent.SaysAsync("session closed");
    }

    [Theory]
    [InlineData(Baresip.Wideband, "PCMA")]
    [InlineData("PCMU", Baresip.Wideband)]
    public async Task Phones_without_a_codec_in_common_hear_each_other(string customers, string agents)
    {
        await using var cec = await TestCec.StartAsync(Centre());
        await using var agent = await RegisterAsync(cec, $"answermode=auto;audio_codecs={agents}");
        var call = await InvitedCall.ConnectAsync(cec);
        await using var customer = Call(cec, call, customers);

        await Pitch.HeardAsync(customer.Heard, AgentHertz);
        await Pitch.HeardAsync(agent.Heard, CustomerHertz);
        Assert.StartsWith($"{cec.MediaOf(1).Lines[0].Codec}", customers, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A phone that wants keys refuses an offer in clear with 488, and is asked again.</summary>
    [Theory]
    [InlineData("dtls_srtp", "dtlsWithoutIce")]
    [InlineData("srtp-mand", "sdes")]
    [Shows("6/softphone-with-keys")]
    public async Task An_agents_phone_that_wants_keys_gets_them(string encryption, string security)
    {
        await using var cec = await TestCec.StartAsync(Centre());
        await using var agent = await RegisterAsync(
            cec, $"answermode=auto;audio_codecs=PCMU;mediaenc={encryption}");
        var call = await InvitedCall.ConnectAsync(cec);
        await using var customer = Call(cec, call, "PCMU");

        await Pitch.HeardAsync(customer.Heard, AgentHertz);
        await Pitch.HeardAsync(agent.Heard, CustomerHertz);
        Assert.Equal(security, (string)(await cec.ReadAsync(AgentMedia))["security"]!);
    }

    [Theory]
    [InlineData("dtls_srtp")]
    [InlineData("srtp-mand")]
    public async Task An_agent_dials_at_a_phone_with_keys(string encryption)
    {
        await using var cec = await TestCec.StartAsync(Centre());
        await using var agent = await RegisterAsync(cec, $"audio_codecs=PCMA;mediaenc={encryption}");

        agent.Command("/dial sip:13800000000@127.0.0.1");
        await EventAsync(cec, "AgentState_Busy");
        await cec.AdvanceAsync(10);

        // The echo of what it says itself.
        await Pitch.HeardAsync(agent.Heard, AgentHertz);
    }

    [Fact]
    [Shows("6/softphone-calls-out")]
    public async Task An_agent_dials_at_its_phone_and_hears_whom_it_reaches()
    {
        await using var cec = await TestCec.StartAsync(Centre());
        await using var agent = await RegisterAsync(cec, "audio_codecs=PCMA");

        agent.Command("/dial sip:13800000000@127.0.0.1");
        await EventAsync(cec, "AgentState_Busy");
        await cec.Spaces.First.Time.AdvanceAsync(TimeSpan.FromSeconds(10), TestCec.TestEnds);

        // Whoever answers plays what gatewayPlays has: the echo.
        await Pitch.HeardAsync(agent.Heard, AgentHertz);
        Assert.Equal(
            ["AgentState_Ready", "AgentOther_PhoneOffhook", "AgentState_Busy", "AgentEvent_Talking"],
            cec.Spaces.First.Agents.Events.Select(e => e.Notice.EventType));
        agent.Command("/hangup");
        await EventAsync(cec, "AgentState_Work");
    }

    [Fact]
    public async Task An_agent_dials_the_phone_of_another_and_both_hear_each_other_until_that_one_hangs_up()
    {
        await using var cec = await TestCec.StartAsync(Centre(s => s with
        {
            Agents = [.. s.Agents, s.Agents[0] with { WorkNo = 1002, SipAccount = "88881002" }],
        }));
        await using var agent = await RegisterAsync(cec, "audio_codecs=PCMA");
        await using var called = await RegisterAsync(
            cec, "answermode=auto;audio_codecs=PCMU", account: "88881002", hertz: CustomerHertz);

        agent.Command("/dial sip:88881002@127.0.0.1");
        await EventAsync(cec, "AgentState_Busy");
        await cec.AdvanceAsync(1);

        await Pitch.HeardAsync(agent.Heard, CustomerHertz);
        await Pitch.HeardAsync(called.Heard, AgentHertz);
        called.Command("/hangup");
        await agent.SaysAsync("session closed");
        Assert.Contains("AgentEvent_Customer_Release", cec.Space.Agents.Events.Select(e => e.Notice.EventType));
    }

    [Fact]
    public async Task An_agent_hears_the_phone_that_it_calls_before_that_is_picked_up()
    {
        await using var cec = await TestCec.StartAsync(Centre(s => s with
        {
            Agents = [.. s.Agents, s.Agents[0] with { WorkNo = 1002, SipAccount = "88881002" }],
        }));
        await using var agent = await RegisterAsync(cec, "audio_codecs=PCMU");
        using var called = await SingingPhone.RegisterAsync(cec, "88881002", "cti-1234");

        agent.Command("/dial sip:88881002@127.0.0.1");
        await EventAsync(cec, "AgentState_Busy");
        await cec.AdvanceAsync(1);
        await called.SingAsync(CustomerHertz, until: Pitch.HeardAsync(agent.Heard, CustomerHertz));

        Assert.IsType<AgentState.Dialing>(cec.Space.Agents.View[0].State);
    }

    [Fact]
    public async Task The_agent_holds_and_comes_back_and_hangs_up_at_its_phone()
    {
        await using var cec = await TestCec.StartAsync(Centre());
        await using var agent = await RegisterAsync(cec, "answermode=auto;audio_codecs=PCMU");
        var call = await InvitedCall.ConnectAsync(cec);
        await using var customer = Call(cec, call, "PCMU");
        await Pitch.HeardAsync(customer.Heard, AgentHertz);

        agent.Command("/hold");
        await EventAsync(cec, "AgentEvent_Hold");
        await Eventually.IsTrueAsync("a line that only sends", () => LineOf(cec) is "music sendOnly");
        agent.Command("/resume");
        await Eventually.IsTrueAsync("a line that goes both ways", () => LineOf(cec) is "peer sendReceive");

        agent.Command("/hangup");
        var released = JsonNode.Parse((await call.Client.PollAsync()).Body)!;
        Assert.Equal(168110, (int)released["eventId"]!);
    }

    private static string LineOf(TestCec cec)
    {
        var report = cec.MediaOf(1);
        return $"{Word(report.Source)} {Word(report.Lines[0].Direction)}";

        static string Word<T>(T value) => JsonNamingPolicy.CamelCase.ConvertName($"{value}");
    }
}
