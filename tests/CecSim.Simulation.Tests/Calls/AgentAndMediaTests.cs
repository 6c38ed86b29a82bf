using CecSim.Simulation.Tests.ConnectionBar;
using static CecSim.Simulation.Tests.FrozenSpace;
using static CecSim.Simulation.Tests.Queues.CentreFixture;

namespace CecSim.Simulation.Tests.Calls;

/// <summary>What an agent does with a call reaches the media of that call.</summary>
public sealed class AgentAndMediaTests
{
    private static readonly QueueSettings Experts = Voice with { Name = "experts" };

    [Fact]
    public async Task Media_wait_with_the_customer_until_the_agent_answers()
    {
        using var space = Create(Centre(Voice, Agent(101)));
        var leg = Join(space, space.Call("u1"));

        await space.AdvanceAsync(1.999);
        Assert.Equal(["joins 1", "agent False"], leg.Told);
        await space.AdvanceAsync(0.001);

        Assert.Equal(["joins 1", "agent False", "agent True"], leg.Told);
    }

    [Fact]
    public void An_agent_who_answers_by_hand_is_there_as_well()
    {
        using var space = Create(Centre(Voice, Agent(101)));
        var leg = Join(space, space.Call("u1"));

        Assert.Null(space.Agents.Ask(101, new AgentInput.Answer()));

        Assert.Equal(["joins 1", "agent False", "agent True"], leg.Told);
    }

    [Fact]
    public void Holding_and_coming_back_are_told_and_nothing_else_is_a_holding()
    {
        using var space = Create(Centre(Voice, Agent(101)));
        var leg = Answered(space);

        Assert.Null(space.Agents.Ask(101, new AgentInput.Hold()));
        Assert.Null(space.Agents.Ask(101, new AgentInput.Retrieve()));

        Assert.Equal(["holds True", "holds False"], leg.Told);
    }

    [Fact]
    public void Muting_is_told_once_and_so_is_its_end()
    {
        using var space = Create(Centre(Voice, Agent(101)));
        var leg = Answered(space);

        foreach (var isMuted in (bool[])[true, true, false, false])
        {
            Assert.Null(space.Agents.Mute(101, isMuted));
            Assert.Equal(isMuted, space.Agents.View[0].IsMuted);
        }

        Assert.Equal(["mutes True", "mutes False"], leg.Told);
        Assert.Equal(AgentRefusal.Unknown, space.Agents.Mute(102, isMuted: true));
    }

    [Fact]
    public void Media_that_come_late_are_told_how_the_agent_stands()
    {
        using var space = Create(Centre(Voice, Agent(101)));
        var user = space.Call("u1");
        space.Agents.Ask(101, new AgentInput.Answer());
        space.Agents.Mute(101, isMuted: true);
        space.Agents.Ask(101, new AgentInput.Hold());

        Assert.Equal(["joins 1", "agent True", "mutes True", "holds True"], Join(space, user).Told);
    }

    [Fact]
    public async Task A_muted_call_that_is_handed_on_is_heard_again_and_waits_for_the_other_agent()
    {
        using var space = Create(new SpaceSettings
        {
            Queues = [Voice, Experts],
            Agents =
            [
                Agent(101, null, new AgentSkill("voice")) with { AccountCode = "11" },
                Agent(102, null, new AgentSkill("experts")),
            ],
        });
        var person = new BarPerson(space);
        person.Do(new AgentInput.SignIn());
        var user = space.Call("u1");
        person.Do(new AgentInput.Answer());
        var leg = Join(space, user);
        space.Bars.Mute(person.Session, isMuted: true);
        leg.Told.Clear();

        Assert.Null(person.TransferTo("experts"));
        await space.AdvanceAsync(2);

        Assert.Equal(["mutes False", "agent False", "agent True"], leg.Told);
        Assert.Equal("Talking", space.StateOf(102));
    }

    [Fact]
    public void An_agent_who_was_not_muted_tells_nothing_of_it_at_the_end()
    {
        using var space = Create(Centre(Voice, Agent(101)));
        var leg = Answered(space);

        space.Agents.Ask(101, new AgentInput.Release(TimeSpan.Zero));

        Assert.Equal(["ended"], leg.Told);
    }

    [Fact]
    public async Task What_an_agent_was_to_do_by_itself_is_off_when_it_acts_by_hand()
    {
        using var space = Create(Centre(Voice, Agent(101, new AgentBehavior { HangsUp = 1 })));
        space.Call("u1");

        space.Agents.Ask(101, new AgentInput.Answer());
        await space.AdvanceAsync(60);

        Assert.Equal("Talking", space.StateOf(101));
    }

    [Fact]
    public async Task What_an_agent_was_to_do_by_itself_is_off_when_a_person_hands_its_call_on()
    {
        using var space = Create(new SpaceSettings
        {
            Queues = [Voice, Experts],
            Agents =
            [
                Agent(101, new() { TalksFor = TimeSpan.FromSeconds(20) }, new AgentSkill("voice")) with
                {
                    AccountCode = "11",
                },
                Agent(102, null, new AgentSkill("experts")),
            ],
        });
        space.Call("u1");
        await space.AdvanceAsync(3);

        Assert.Null(new BarPerson(space).TransferTo("experts"));
        await space.AdvanceAsync(60);

        Assert.Equal("Talking", space.StateOf(102));
    }

    [Fact]
    public void Nothing_of_a_call_is_due_when_it_is_over()
    {
        using var space = Create(Centre(Voice, Agent(101)) with { MediaWithin = TimeSpan.FromMinutes(1) });
        var user = space.SignIn();
        var dueCount = space.Time.View.DueCount;
        space.Calls.Create(user, MediaAbility.Voice);
        Assert.Equal(dueCount + 2, space.Time.View.DueCount);

        space.Calls.Drop(user);

        Assert.Equal(dueCount, space.Time.View.DueCount);
    }

    [Fact]
    public void A_queue_of_another_type_is_no_place_to_hand_a_call_on_to()
    {
        using var space = Create(new SpaceSettings
        {
            Queues = [Voice, new() { Name = "video", Type = QueueType.VideoClickToDial }],
            Agents = [Agent(101) with { AccountCode = "11" }, Agent(102)],
        });
        var person = new BarPerson(space);
        person.Do(new AgentInput.SignIn());
        space.Agents.Ask(102, new AgentInput.SignOut());
        space.Call("u1");

        Assert.Equal(AgentRefusal.NoCall, person.TransferTo("voice"));
        person.Do(new AgentInput.Answer());

        Assert.Equal(AgentRefusal.QueueOfOtherType, person.TransferTo("video"));
        Assert.Equal("Talking", person.State);
    }

    [Fact]
    public void An_agent_is_free_before_its_customer_is_told_the_end()
    {
        using var space = Create(Centre(Voice, Agent(101)));
        var user = space.Call("u1");
        List<SpaceEvents.SpaceEvent> told = [];
        space.Events.Subscribe(told.Add);

        space.Calls.Drop(user);

        Assert.Equal(
            ["CallStateChanged", "AgentStateChanged", "CallStateChanged", "CallEventQueued"],
            told.Select(e => e.GetType().Name));
    }

    private static RecordingLeg Answered(Space space)
    {
        var leg = Join(space, space.Call("u1"));
        space.Agents.Ask(101, new AgentInput.Answer());
        leg.Told.Clear();
        return leg;
    }

    private static RecordingLeg Join(Space space, User user)
    {
        var leg = new RecordingLeg();
        Assert.Null(space.Media.Join(space.Take(user)[0].Route!, leg));
        return leg;
    }
}
