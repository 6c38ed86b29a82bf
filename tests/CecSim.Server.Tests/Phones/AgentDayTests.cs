using CecSim.Server.Tests.ConnectionBar;
using CecSim.Server.Tests.Gateway;
using static CecSim.Server.Tests.Phones.PhoneBench;

namespace CecSim.Server.Tests.Phones;

/// <summary>
/// The story that the documents tell (Connection Bar, 7): the agent signs in at the bar, the softphone registers as
/// queryAgentInfo told, a customer calls in, and another is called with one click.
/// </summary>
public sealed class AgentDayTests
{
    private static readonly string[] EventsOfACall =
    [
        "AgentState_Busy", "AgentOther_PhoneAlerting", "AgentOther_PhoneOffhook", "AgentEvent_Ringing",
        "AgentEvent_Talking", "AgentEvent_Call_Release", "AgentEvent_Customer_Release", "AgentOther_PhoneRelease",
        "AgentState_Work", "AgentState_Ready",
    ];

    [Fact]
    [Shows("9.3/agent-day")]
    public async Task An_agent_signs_in_registers_takes_a_call_and_calls_out_with_one_click()
    {
        await using var cec = await TestCec.StartAsync(Centre(s => s with
        {
            Agents = [s.Agents[0] with { AccountCode = "11" }],
        }));
        var customer = await cec.SignInAsync();
        var info = JsonNode.Parse((await customer.GetAsync("/apiaccess/CC-Management/v1/queryAgentInfo")).Body)!;
        var (account, password) = ((string)info["agents"]![0]!["sipAccount"]!, (string)info["agents"]![0]!["sipPwd"]!);
        var at = new IPEndPoint(IPAddress.Parse((string)info["sipServiceIp"]!), (int)info["sipServicePort"]!);
        await using var phone = Baresip.Start(
            at, "udp", $"<sip:{account}@{at.Address};transport=udp>;auth_pass={password};audio_codecs=PCMU");
        await phone.SaysAsync("200 OK");
        var bar = new BarPage(cec.Http);
        await bar.LoadAsync();
        await bar.MustAsync("sign-in");
        Assert.Equal(["AgentState_Ready"], TypesOf(await bar.TakeAsync(cec)));

        await customer.CreateAsync();
        await phone.SaysAsync("Incoming call");
        phone.Command("/accept");
        var invited = JsonNode.Parse((await customer.PollAsync()).Body)!;
        Assert.Equal(168101, (int)invited["eventId"]!);
        await using var page = Call(cec, new InvitedCall(customer, invited["content"]!), "PCMU");
        await Pitch.HeardAsync(phone.Heard, CustomerHertz);
        await bar.MustAsync("release");
        await phone.SaysAsync("session closed");
        Assert.Equal(168110, (int)JsonNode.Parse((await customer.PollAsync()).Body)!["eventId"]!);
        Assert.Equal(EventsOfACall, TypesOf(await bar.TakeAsync(cec)));

        await bar.MustAsync("callout", """{"number":"13800000000","mode":"audio"}""");
        await phone.SaysAsync("Incoming call");
        phone.Command("/accept");
        await EventAsync(cec, "AgentOther_PhoneOffhook", count: 2);
        await cec.AdvanceAsync(5);
        await bar.MustAsync("release");
        Assert.Equal(
            ["AgentOther_PhoneAlerting", "AgentOther_PhoneOffhook", "AgentState_Busy", .. EventsOfACall[4..]],
            TypesOf(await bar.TakeAsync(cec)));
    }

    private static IEnumerable<string> TypesOf(IEnumerable<JsonNode> events) =>
        events.Select(e => (string)e["event"]!["eventType"]!);
}
