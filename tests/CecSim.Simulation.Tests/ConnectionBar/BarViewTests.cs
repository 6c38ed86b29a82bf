using System.Buffers.Text;
using System.Text.Json.Nodes;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.ConnectionBar;

/// <summary>What a bar shows and gets of its agent.</summary>
public sealed class BarViewTests
{
    [Fact]
    public void A_token_says_when_it_was_made_and_for_whom()
    {
        using var space = Create(Centre());

        var payload = new BarPerson(space).Session.Token.Split('.')[1];

        Assert.Equal(
            new JsonObject
            {
                ["iat"] = space.Time.ReadNow().ToUnixTimeSeconds(),
                ["tenantSpaceId"] = SpaceSettings.DemoTenantSpaceId,
                ["userAccount"] = "11",
            }.ToJsonString(),
            JsonNode.Parse(Base64Url.DecodeFromChars(payload))!.ToJsonString());
    }

    [Fact]
    public async Task A_call_can_go_to_the_queues_of_its_own_type_and_without_a_call_there_is_nowhere_to_go()
    {
        using var space = Create(Centre());
        var person = new BarPerson(space);
        person.Do(new AgentInput.SignIn());
        Assert.Empty(space.Bars.ViewOf(person.Session).Queues);

        space.Call("u1");
        await space.AdvanceAsync(1);

        Assert.Equal(["voice", "other voice"], space.Bars.ViewOf(person.Session).Queues);
    }

    [Fact]
    public void A_fault_of_events_strikes_those_of_a_bar()
    {
        var (struck, whole) = (
            Create(Centre() with { Faults = [new(CecOperation.AgentEvents, FaultWhen.Always, new DropEvent())] }),
            Create(Centre()));
        using (struck)
        using (whole)
        {
            Assert.Equal((0, 1), (EventsOfSigningIn(struck), EventsOfSigningIn(whole)));
        }

        static int EventsOfSigningIn(Space space)
        {
            var person = new BarPerson(space);
            person.Do(new AgentInput.SignIn());
            return person.TakeAll().Count;
        }
    }

    private static SpaceSettings Centre() => new()
    {
        Queues =
        [
            CentreFixture.Voice,
            CentreFixture.Voice with { Name = "other voice" },
            new QueueSettings { Name = "chat", Type = QueueType.Multimedia },
        ],
        Agents = [new AgentSettings { WorkNo = 101, AccountCode = "11" }],
    };
}
