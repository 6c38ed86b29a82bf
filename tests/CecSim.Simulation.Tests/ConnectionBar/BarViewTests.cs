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
    public void A_session_is_known_by_nineteen_digits()
    {
        using var space = Create(Centre());

        Assert.All(Enumerable.Range(0, 20), _ => Assert.Matches("^[0-9]{19}$", new BarPerson(space).Session.Sid));
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

    [Fact]
    public async Task A_bar_shows_that_its_agent_is_muted_and_asks_for_help()
    {
        using var space = Create(Centre());
        var person = new BarPerson(space);
        person.Do(new AgentInput.SignIn());
        space.Call("u1");
        await space.AdvanceAsync(1);
        person.Do(new AgentInput.Answer());

        Assert.Null(space.Bars.Mute(person.Session, isMuted: true));
        Assert.Null(space.Bars.SeekHelp(person.Session, needsHelp: true));

        var view = space.Bars.ViewOf(person.Session);
        Assert.Equal((true, true), (view.IsMuted, view.NeedsHelp));
    }

    [Fact]
    public void An_answer_without_a_softphone_is_new_once()
    {
        using var space = Create(Centre());
        var session = new BarPerson(space).Session;

        Assert.Equal(
            (true, false), (space.Bars.AnswersWithoutPhone(session), space.Bars.AnswersWithoutPhone(session)));
    }

    [Fact]
    public async Task In_a_space_that_ends_polls_of_bars_come_back_empty_those_of_later_ones_too()
    {
        using var space = Create(Centre() with
        {
            Agents = [new() { WorkNo = 101, AccountCode = "11" }, new() { WorkNo = 102, AccountCode = "12" }],
        });
        var held = space.Bars.Poll(new BarPerson(space).Session, "1");

        space.EndPolls();

        Assert.Empty(await held.Answer);
        Assert.True(space.Bars.Poll(new BarPerson(space, "12").Session, "1").Answer.IsCompletedSuccessfully);
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
