using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Chat;

/// <summary>How text sessions come to agents.</summary>
public sealed class ChatDistributionTests
{
    private static readonly SpaceSettings OneAgent = new()
    {
        Agents = [new AgentSettings { WorkNo = 101, MaxChats = 2 }],
        Queues = [new QueueSettings { Name = "chat", Type = QueueType.Multimedia, MaxCalls = 2 }],
    };

    [Fact]
    public void Agents_share_the_sessions_evenly_and_hold_no_more_than_they_may()
    {
        using var space = Create(new SpaceSettings
        {
            Agents = [new AgentSettings { WorkNo = 101 }, new AgentSettings { WorkNo = 102, MaxChats = 2 }],
        });

        var states = Enumerable.Range(0, 8).Select(i => space.Chats.Connect(space.SignIn($"u{i}")).Value).ToList();

        Assert.Equal(Enumerable.Repeat(ChatState.WithAgent, 7).Append(ChatState.Queuing), states);
        Assert.Equal([5, 2], space.Agents.View.Select(a => a.ChatsCount));
    }

    [Fact]
    public void Who_waits_is_served_when_another_session_ends()
    {
        using var space = Create(OneAgent);
        var users = Enumerable.Range(0, 3).Select(i => space.SignIn($"u{i}")).ToList();
        users.ForEach(u => space.Chats.Connect(u));
        Assert.Empty(space.Read(users[2]));

        space.Chats.Disconnect(users[0]);

        Assert.Equal(ChatSource.Agent, Assert.Single(space.Read(users[2])).Source);
        Assert.Equal(2, space.Agents.View[0].ChatsCount);
    }

    [Fact]
    [Shows("4.3/times-begin")]
    public async Task Who_waits_is_told_how_it_stands()
    {
        using var space = Create(OneAgent);
        foreach (var userId in new[] { "u1", "u2", "u3" })
        {
            space.Chats.Connect(space.SignIn(userId));
        }

        await space.AdvanceAsync(20);
        var user = space.SignIn("u4");
        space.Chats.Connect(user);
        await space.AdvanceAsync(10.5);

        Assert.Equal(
            new ChatQueueInfo(2, Seconds(10.5), Seconds(10.5), Seconds(60), Seconds(30.5), Seconds(60)),
            space.Chats.QueueInfo(user).Value);
        Assert.Equal(Refusal.AlreadyWithAgent, space.Chats.QueueInfo(space.SignIn("u1")).Refusal);
        Assert.Equal(Refusal.NoChat, space.Chats.QueueInfo(space.SignIn("u5")).Refusal);
    }

    [Fact]
    public async Task Who_waits_longer_than_the_queue_allows_is_released()
    {
        using var space = Create(OneAgent);
        var users = Enumerable.Range(0, 3).Select(i => space.SignIn($"u{i}")).ToList();
        users.ForEach(u => space.Chats.Connect(u));

        await space.AdvanceAsync(60);

        Assert.Equal((ChatControl.Disconnect, "No agent became free in time."), Only(space.Read(users[2])));
        Assert.Equal(Refusal.ChatEnded, space.Chats.QueueInfo(users[2]).Refusal);
    }

    [Fact]
    [Shows("4.1/queue-full-13")]
    public void A_full_queue_turns_away_by_refusal_or_where_that_is_too_late_by_a_last_message()
    {
        using var space = Create(OneAgent);
        for (var i = 0; i < 4; i++)
        {
            space.Chats.Connect(space.SignIn($"u{i}"));
        }

        var user = space.SignIn("late");
        Assert.Equal(Refusal.ConnectFailed, space.Chats.Connect(user).Refusal);
        Assert.Equal(ChatState.Ended, space.Chats.Connect(user, answersLater: true).Value);

        Assert.Equal((ChatControl.Disconnect, "connect failed"), Only(space.Read(user)));
    }

    [Fact]
    [Shows("4.1/trans2agent-after-ivr-160022", "4.3/times-begin")]
    public async Task A_queue_may_pass_a_session_on_and_an_ivr_releases_it()
    {
        using var space = Create(new SpaceSettings
        {
            Agents = [new AgentSettings { WorkNo = 101, MaxChats = 0 }],
            Queues =
            [
                Queue("chat", new Overflow.Transfer("second")),
                Queue("second", new Overflow.TransferToIvr("night")),
            ],
        });
        var user = space.SignIn();
        space.Chats.Connect(user);

        await space.AdvanceAsync(60);
        var info = space.Chats.QueueInfo(user).Value;
        Assert.Equal((Seconds(60), Seconds(0)), (info.TotalWait, info.CurrentDeviceWait));
        await space.AdvanceAsync(60);
        Assert.Equal(Refusal.MovedToIvr, space.Chats.QueueInfo(user).Refusal);
        Assert.Equal(Refusal.MovedToIvr, space.Chats.TransferToAgent(user).Refusal);
        await space.AdvanceAsync(10);

        Assert.Equal((ChatControl.Disconnect, "The session was released by the IVR."), Only(space.Read(user)));
    }

    [Fact]
    public async Task The_sessions_of_an_agent_who_signs_out_go_to_another_or_back_to_the_queue()
    {
        using var space = Create(new SpaceSettings
        {
            Agents = [new AgentSettings { WorkNo = 101 }, new AgentSettings { WorkNo = 102, MaxChats = 1 }],
            ChatThinking = TimeSpan.FromSeconds(2),
        });
        var users = Enumerable.Range(0, 3).Select(i => space.SignIn($"u{i}")).ToList();
        users.ForEach(u => space.Chats.Connect(u));
        users.ForEach(u => space.Chats.Chat(u));
        space.Chats.Disconnect(users[1]);

        space.Agents.Ask(101, new AgentInput.SignOut());
        Assert.Equal([0, 1], space.Agents.View.Select(a => a.ChatsCount));
        await space.AdvanceAsync(10);

        // The first one is greeted by both and still gets its answer; the other waits.
        Assert.Equal(["101", "102", "102"], space.Read(users[0]).Select(m => m.Nickname));
        Assert.Equal(1, space.Chats.QueueInfo(users[2]).Value.Position);
        space.Agents.Ask(102, new AgentInput.SignOut());
        Assert.Equal("No agents available currently", space.Read(users[0])[^1].Content);
    }

    [Fact]
    [Shows("10.3/quality-checker-no-calls")]
    public void A_quality_checker_and_a_resting_agent_are_given_no_session()
    {
        using var space = Create(OneAgent with
        {
            Agents =
            [
                new AgentSettings { WorkNo = 101 },
                new AgentSettings { WorkNo = 102, Role = AgentRole.QualityChecker },
            ],
        });
        space.Agents.Ask(101, new AgentInput.SetRest(4, TimeSpan.FromMinutes(5)));
        var user = space.SignIn();

        Assert.Equal(ChatState.Queuing, space.Chats.Connect(user).Value);
        space.Agents.Ask(101, new AgentInput.CancelRest());

        Assert.Single(space.Read(user));
    }

    private static QueueSettings Queue(string name, Overflow onTimeout) =>
        new() { Name = name, Type = QueueType.Multimedia, OnTimeout = onTimeout };

    private static (ChatControl Control, string Content) Only(IReadOnlyList<ChatMessage> messages) =>
        (Assert.Single(messages).Control, messages[0].Content);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
