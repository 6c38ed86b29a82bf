using CecSim.Simulation.SpaceEvents;
using CecSim.Tests;

namespace CecSim.Server.Tests.Phones;

/// <summary>A phone that something throws in fails alone: its agent and all other calls go on.</summary>
public sealed class ThrowingPhoneTests
{
    private readonly GuardDiary _diary = new();

    [Fact]
    [ThrowsFrom("work of a phone")]
    public async Task A_phone_whose_connection_throws_cannot_be_reached_and_its_agent_goes_on()
    {
        await using var cec = await TestCec.StartAsync(PhoneBench.Centre(), guardLog: _diary);
        new FlowPhone(cec.Sip, message =>
        {
            if (message.StartsWith("INVITE", StringComparison.Ordinal))
            {
                throw new FormatException("made by a test");
            }
        }).Register("88881001", "cti-1234");

        await AssertPassedOverAsync(cec, "work of a phone");
    }

    [Fact]
    public async Task A_phone_whose_ringing_throws_is_cancelled_and_passed_over_at_once()
    {
        await using var cec = await TestCec.StartAsync(PhoneBench.Centre(), guardLog: _diary);
        await using var agent = await PhoneBench.RegisterAsync(cec, "audio_codecs=PCMU");
        var throwsLeft = 1;
        cec.Space.Events.Subscribe(happened =>
        {
            if (happened is AgentStateChanged { Agent.State: AgentState.Ringing { Phone: PhoneStage.Alerting } }
                && throwsLeft-- > 0)
            {
                throw new FormatException("made by a test");
            }
        });

        await AssertPassedOverAsync(cec, "notice of an invitation");
    }

    private async Task AssertPassedOverAsync(TestCec cec, string place)
    {
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        var told = JsonNode.Parse((await client.PollAsync()).Body)!;

        Assert.Equal(168102, (int)told["eventId"]!);
        Assert.Contains(place, _diary.Failures.Select(f => f.Place));
        await client.DropAsync();
        await cec.AdvanceAsync(10);
        Assert.IsType<AgentState.Ready>(Assert.Single(cec.Space.Agents.View).State);
    }
}
