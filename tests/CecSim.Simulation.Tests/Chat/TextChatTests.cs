using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Chat;

public sealed class TextChatTests
{
    private static readonly SpaceSettings Robot = new()
    {
        Channels = [new ChannelSettings { Service = ChannelService.Robot }],
        ChatThinking = TimeSpan.FromSeconds(2),
    };

    [Fact]
    public async Task An_agent_greets_at_once_and_answers_each_message_after_thinking()
    {
        using var space = Create();
        var user = space.SignIn();
        Assert.Equal(ChatState.WithAgent, space.Chats.Connect(user).Value);
        Assert.Equal(ChatSource.Agent, Assert.Single(space.Read(user)).Source);

        space.Chats.Chat(user);
        await space.AdvanceAsync(0.999);
        Assert.Empty(space.Read(user));
        await space.AdvanceAsync(2.001);

        var answer = Assert.Single(space.Read(user));
        Assert.Equal((ChatSource.Agent, "Agent 1001"), (answer.Source, answer.Nickname));
    }

    [Fact]
    public async Task A_robot_answers_until_the_customer_asks_for_an_agent()
    {
        using var space = Create(Robot);
        var user = space.SignIn();
        Assert.Equal(ChatState.WithRobot, space.Chats.Connect(user).Value);
        space.Chats.Chat(user);
        await space.AdvanceAsync(2);
        Assert.Equal(ChatSource.Robot, Assert.Single(space.Read(user)).Source);

        Assert.Equal(ChatState.WithAgent, space.Chats.TransferToAgent(user).Value);

        Assert.Equal(ChatSource.Agent, Assert.Single(space.Read(user)).Source);
    }

    [Fact]
    public async Task What_the_robot_had_not_answered_the_agent_answers()
    {
        using var space = Create(Robot);
        var user = space.SignIn();
        space.Chats.Connect(user);
        space.Chats.Chat(user);
        space.Chats.Chat(user);
        await space.AdvanceAsync(3);
        space.Chats.TransferToAgent(user);
        await space.AdvanceAsync(10);

        Assert.Equal(
            [ChatSource.Robot, ChatSource.Agent, ChatSource.Agent], space.Read(user).Select(m => m.Source));
    }

    [Fact]
    public async Task A_robot_says_no_more_once_the_customer_waits_for_an_agent()
    {
        using var space = Create(Robot with { Agents = [new AgentSettings { WorkNo = 101, MaxChats = 0 }] });
        var user = space.SignIn();
        space.Chats.Connect(user);
        space.Chats.Chat(user);

        Assert.Equal(ChatState.Queuing, space.Chats.TransferToAgent(user).Value);
        await space.AdvanceAsync(59);

        Assert.Empty(space.Read(user));
    }

    [Fact]
    public void Where_no_agent_is_to_be_had_the_robot_stays()
    {
        using var space = Create(Robot with { Agents = [] });
        var user = space.SignIn();
        space.Chats.Connect(user);

        Assert.Equal(Refusal.NoAgentsAvailable, space.Chats.TransferToAgent(user).Refusal);

        Assert.Equal(ChatState.WithRobot, space.Chats.Chat(user).Value);
    }

    [Fact]
    [Shows("4.1/outside-hours-12")]
    public void Outside_the_working_hours_only_a_robot_takes_a_session()
    {
        var night = new DailyHours { From = new TimeOnly(22, 0), To = new TimeOnly(6, 0) };
        var channel = new ChannelSettings { WorkingHours = night };
        using var human = Create(new SpaceSettings { Channels = [channel] });
        using var robot = Create(new SpaceSettings { Channels = [channel with { Service = ChannelService.Robot }] });

        Assert.Equal(Refusal.OutsideWorkingHours, human.Chats.Connect(human.SignIn()).Refusal);
        Assert.Equal(ChatState.WithRobot, robot.Chats.Connect(robot.SignIn()).Value);
    }

    [Fact]
    [Shows("4.1/second-connect")]
    public void A_second_connect_goes_on_with_the_session_that_lives()
    {
        using var space = Create();
        var user = space.SignIn();
        space.Chats.Connect(user);

        Assert.Equal(ChatState.WithAgent, space.Chats.Connect(user).Value);

        Assert.Single(space.Read(user));
        Assert.Equal(1, space.Agents.View.Sum(a => a.ChatsCount));
    }

    [Fact]
    public void A_new_session_does_not_show_the_messages_that_an_earlier_one_left()
    {
        using var space = Create();
        var user = space.SignIn();
        space.Chats.Connect(user);
        space.Chats.Disconnect(user);

        space.Chats.Connect(user);

        Assert.Equal(ChatControl.Chat, Assert.Single(space.Read(user)).Control);
        Assert.Equal(2, space.Chats.Undelivered.DiscardedCount);
    }

    [Fact]
    [Shows("4.2/unpolled-session-released", "4.2/session-time-5min")]
    public async Task A_session_that_is_not_polled_for_the_session_time_is_released()
    {
        using var space = Create();
        var user = space.SignIn();
        space.Chats.Connect(user);
        await space.AdvanceAsync(200);
        space.Read(user);

        await space.AdvanceAsync(299.999);
        Assert.Equal(ChatState.WithAgent, space.Chats.Input(user).Value);
        await space.AdvanceAsync(0.001);

        var last = Assert.Single(space.Read(user));
        Assert.Equal((ChatControl.Disconnect, ChatSource.System), (last.Control, last.Source));
        Assert.Equal(0, space.Agents.View.Sum(a => a.ChatsCount));
    }

    [Fact]
    public async Task A_session_whose_poll_is_held_for_longer_than_the_session_time_lives_on()
    {
        using var space = Create(new SpaceSettings { ChatPollHold = TimeSpan.FromHours(1) });
        var user = space.SignIn();
        space.Chats.Connect(user);
        space.Read(user);
        var poll = space.Chats.Poll(user).Value;

        await space.AdvanceAsync(3_000);

        Assert.False(poll.Answer.IsCompleted);
        Assert.Equal(ChatState.WithAgent, space.Chats.Input(user).Value);
    }

    [Fact]
    public void Without_a_session_there_is_nothing_to_poll_and_after_it_only_what_is_left()
    {
        using var space = Create();
        var user = space.SignIn();
        Assert.Equal(Refusal.NoChat, space.Chats.Poll(user).Refusal);
        space.Chats.Connect(user);
        space.Chats.Disconnect(user);

        Assert.Equal([ChatControl.Chat, ChatControl.Disconnect], space.Read(user).Select(m => m.Control));

        Assert.Equal(Refusal.ChatEnded, space.Chats.Poll(user).Refusal);
    }

    [Fact]
    [Shows("4.2/query-isneedread")]
    public void Read_notices_come_only_to_who_asks_for_them()
    {
        using var space = Create();
        var user = space.SignIn();
        space.Chats.Connect(user);
        space.Chats.Chat(user);
        Assert.Single(space.Read(user, wantsReadNotices: true));

        space.Chats.Chat(user);

        Assert.Equal(ChatControl.Read, Assert.Single(space.Read(user)).Control);
        space.Chats.Chat(user);
        Assert.Empty(space.Read(user));
    }

    [Fact]
    [Shows("4.2/hung-up-poll")]
    public async Task A_message_whose_client_hung_up_before_it_was_written_comes_with_the_next_poll()
    {
        using var space = Create();
        var user = space.SignIn();
        space.Chats.Connect(user);
        var poll = space.Chats.Poll(user).Value;
        var message = Assert.Single(await poll.Answer);

        poll.Abandon();

        Assert.Equal(message, Assert.Single(space.Read(user)));
    }

    [Fact]
    public async Task A_session_that_nobody_polls_keeps_a_bounded_number_of_messages_and_counts_the_rest()
    {
        using var space = Create(new SpaceSettings { ChatThinking = TimeSpan.Zero });
        var user = space.SignIn();
        space.Chats.Connect(user);
        for (var i = 0; i < 300; i++)
        {
            space.Chats.Chat(user);
        }

        await space.AdvanceAsync(1);

        Assert.Equal(TextChat.WaitingMessagesMax, space.Read(user).Count);
        Assert.Equal(301 - TextChat.WaitingMessagesMax, space.Chats.Undelivered.DroppedCount);
    }

    [Fact]
    public async Task A_live_session_has_its_token_renewed_near_its_end()
    {
        using var space = Create();
        var (user, token) = await AnHourOfChatAsync(space);
        Assert.NotNull(space.MessagingTokens.RenewNearItsEnd(user, token));

        using var other = Create();
        (user, token) = await AnHourOfChatAsync(other);
        other.Chats.Disconnect(user);
        Assert.Null(other.MessagingTokens.RenewNearItsEnd(user, token));
    }

    [Fact]
    [Shows("4.2/message-content-500-characters")]
    public void What_robots_and_agents_say_can_be_given()
    {
        using var space = new Space(
            new SpaceSettings(), TimeProvider.System, ClockSettings.Frozen, TestGuard.Create(), new Parrot());
        var user = space.SignIn();
        space.Chats.Connect(user);

        Assert.Equal("Agent " + new string('!', 494), Assert.Single(space.Read(user)).Content);
    }

    private static async Task<(User User, string Token)> AnHourOfChatAsync(Space space)
    {
        var token = space.MessagingTokens.Apply(Ask()).Value;
        var user = space.MessagingTokens.Check(token).Value;
        space.Chats.Connect(user);
        for (var i = 0; i < 56; i++)
        {
            await space.AdvanceAsync(60);
            space.Read(user);
        }

        return (user, token);
    }

    private sealed class Parrot : IReplyGenerator
    {
        public string LineOf(ulong draw, ChatSpeaker speaker, ChatLanguage language) =>
            $"{speaker} {new string('!', 1_000)}";
    }
}
