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
        await using var cec = await TestCec.StartAsync(
            new CecSimArgs
            {
                SipPort = 0,
                Spaces =
                [
                    new SpaceSettings
                    {
                        Queues = [new QueueSettings { Name = "voice", Type = QueueType.VoiceClickToDial }],
                        Agents = [new AgentSettings { WorkNo = 1001, SipAccount = "8801", SipPassword = "cti-1234" }],
                    },
                ],
            },
            guardLog: _diary);
        new BrittlePhone(cec.Sip).Register("8801", "cti-1234");
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        var told = JsonNode.Parse((await client.PollAsync()).Body)!;

        Assert.Equal(168102, (int)told["eventId"]!);
        Assert.Contains("work of a phone", _diary.Failures.Select(f => f.Place));
        await client.DropAsync();
        await cec.AdvanceAsync(10);
        Assert.IsType<AgentState.Ready>(Assert.Single(cec.Space.Agents.View).State);
    }
}
