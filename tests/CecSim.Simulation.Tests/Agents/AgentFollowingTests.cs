using CecSim.Simulation.SpaceEvents;
using static CecSim.Simulation.Tests.FrozenSpace;
using static CecSim.Simulation.Tests.Queues.CentreFixture;

namespace CecSim.Simulation.Tests.Agents;

/// <summary>Agents as those see them who look at a space from outside.</summary>
public sealed class AgentFollowingTests
{
    [Fact]
    public void Whatever_an_agent_does_those_who_follow_the_space_are_told_how_it_stands_now()
    {
        using var space = Create(Centre(Voice, Agent(101)));
        space.Call("u1");
        List<AgentView> told = [];
        space.Events.Subscribe(e => told.Add(Assert.IsType<AgentStateChanged>(e).Agent));

        space.Agents.Ask(101, new AgentInput.Answer());
        space.Agents.Mute(101, isMuted: true);
        space.Agents.SeekHelp(101, needsHelp: true);
        space.Agents.SeekHelp(101, needsHelp: true);
        space.Agents.SeekHelp(101, needsHelp: false);
        space.Agents.Ask(101, new AgentInput.Hold());

        Assert.Equal(
            ["Talking", "Talking muted", "Talking muted help", "Talking muted", "Holding muted"],
            told.Select(a => $"{a.State.GetType().Name}{(a.IsMuted ? " muted" : "")}{(a.NeedsHelp ? " help" : "")}"));
    }

    [Fact]
    public void Muting_and_asking_for_help_are_for_a_talk_and_end_with_it()
    {
        using var space = Create(Centre(Voice, Agent(101)));
        Assert.Equal(AgentRefusal.NoCall, space.Agents.Mute(101, isMuted: true));
        space.Call("u1");
        Assert.Equal(AgentRefusal.NoCall, space.Agents.SeekHelp(101, needsHelp: true));
        Assert.Equal(AgentRefusal.Unknown, space.Agents.SeekHelp(102, needsHelp: true));
        space.Agents.Ask(101, new AgentInput.Answer());
        space.Agents.Mute(101, isMuted: true);
        space.Agents.SeekHelp(101, needsHelp: true);

        space.Agents.Ask(101, new AgentInput.Release(TimeSpan.Zero));

        Assert.Equal((false, false), (space.Agents.View[0].IsMuted, space.Agents.View[0].NeedsHelp));
        space.Agents.Ask(101, new AgentInput.SignOut());
        Assert.Equal(AgentRefusal.SignedOut, space.Agents.Mute(101, isMuted: true));
    }

    [Fact]
    public void Of_the_events_of_agents_the_last_thousand_stay()
    {
        using var space = Create(Centre(Voice, Agent(101)));
        for (var reason = 200; reason < 200 + AgentRoster.EventsKeptMax; reason++)
        {
            space.Agents.Ask(101, new AgentInput.SetNotReady(reason));
            space.Agents.Ask(101, new AgentInput.CancelNotReady());
        }

        var events = space.Agents.Events;

        Assert.Equal(AgentRoster.EventsKeptMax, events.Count);
        Assert.Equal(
            Enumerable.Range(867, 333),
            events.Select(e => e.Notice.Content).OfType<AgentNoticeContent.OfReason>().Select(c => c.Reason));
    }

    [Fact]
    public void Calls_of_agents_are_numbered_beside_the_second_in_which_they_began()
    {
        using var space = Create(Centre(Voice, Agent(101), Agent(102)));
        space.Call("u1");
        space.Call("u2");

        Assert.Equal(
            ["1767603600-1", "1767603600-2"],
            space.Agents.View.Select(a => Assert.IsType<AgentState.Ringing>(a.State).Call.CallId));
    }

    [Fact]
    public void Notices_have_the_names_of_the_documents() => Assert.Equal(
        [
            "AgentState_Busy", "AgentState_Work", "AgentState_Ready", "AgentState_CancelNotReady_Success",
            "AgentState_CancelRest_Success", "AgentState_Rest_Timeout", "AgentState_SetWork_Success",
            "AgentState_CancelWork_Success", "AgentOther_PhoneAlerting", "AgentOther_PhoneRelease",
        ],
        ((AgentNotice[])
        [
            AgentNotices.Busy, AgentNotices.Work, AgentNotices.Ready, AgentNotices.CancelNotReady,
            AgentNotices.CancelRest, AgentNotices.RestTimeout, AgentNotices.SetWork, AgentNotices.CancelWork,
            AgentNotices.PhoneAlerting, AgentNotices.PhoneRelease,
        ]).Select(n => n.EventType));
}
