using CecSim.Simulation.Tokens;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Chat;

/// <summary>Text sessions that somebody moves from outside, and what the simulated ones say.</summary>
public sealed class ChatByHandTests : IDisposable
{
    private readonly Space _space = Create();
    private readonly User _user;
    private readonly int _workNo;

    public ChatByHandTests()
    {
        _user = _space.SignIn();
        _space.Chats.Connect(_user);
        _space.Read(_user);
        _workNo = _space.Settings.Agents[0].WorkNo;
    }

    private TextChat Chats => _space.Chats;

    public void Dispose() => _space.Dispose();

    [Fact]
    public async Task An_agent_who_writes_by_hand_has_answered_all_that_it_owed()
    {
        Chats.Chat(_user);
        Chats.Chat(_user);

        Assert.Null(Chats.WriteAs(_workNo, "u1", "by hand"));
        await _space.AdvanceAsync(60);

        Assert.Equal(["by hand"], _space.Read(_user).Select(m => m.Content));
    }

    [Fact]
    public void Nobody_writes_for_an_agent_that_is_not_there_or_to_a_customer_that_it_has_not()
    {
        Assert.Equal(AgentRefusal.Unknown, Chats.WriteAs(1, "u1", "by hand"));
        Assert.Equal(AgentRefusal.NoChat, Chats.WriteAs(_workNo, "u2", "by hand"));
        Assert.Equal(AgentRefusal.NoChat, Chats.EndAs(_workNo, "u2"));
        Assert.Empty(_space.Read(_user));
    }

    [Fact]
    public void A_session_that_its_agent_ends_tells_so_and_is_over()
    {
        Assert.Null(Chats.EndAs(_workNo, "u1"));

        var last = Assert.Single(_space.Read(_user));
        Assert.Equal(
            (ChatControl.Disconnect, ChatSource.System, "system", "The session has ended."),
            (last.Control, last.Source, last.Nickname, last.Content));
        Assert.True(last.IsFinal);
        Assert.Equal(Refusal.ChatEnded, Chats.Poll(_user).Refusal);
        Assert.Equal(Refusal.ChatEnded, Chats.Input(_user).Refusal);
    }

    [Fact]
    public void A_message_by_hand_comes_as_it_is_as_far_as_500_characters()
    {
        Chats.Push(_user, ChatControl.Read, ChatSource.Robot, "Bea", new string('x', 501));

        var message = Assert.Single(_space.Read(_user));
        Assert.Equal(
            (ChatControl.Read, ChatSource.Robot, "Bea", new string('x', 500)),
            (message.Control, message.Source, message.Nickname, message.Content));
        Assert.False(message.IsFinal);
    }

    [Fact]
    public async Task A_session_that_is_forgotten_leaves_nothing_behind_and_its_agent_free()
    {
        Chats.Chat(_user);

        Chats.Forget(_user);
        await _space.AdvanceAsync(60);

        Assert.Equal(Refusal.NoChat, Chats.Poll(_user).Refusal);
        Assert.Equal(Refusal.NoChat, Chats.QueueInfo(_user).Refusal);
        Assert.Equal(AgentRefusal.NoChat, Chats.EndAs(_workNo, "u1"));
        Assert.Equal(ChatState.WithAgent, Chats.Connect(_user).Value);
        Assert.Single(_space.Read(_user));
    }

    [Fact]
    public async Task Messages_that_are_forgotten_do_not_come_and_neither_does_what_was_owed()
    {
        Chats.Push(_user, ChatControl.Chat, ChatSource.Agent, "Bea", "unfetched");
        Chats.Chat(_user);

        Chats.ForgetMessages(_user);
        await _space.AdvanceAsync(60);

        Assert.Empty(_space.Read(_user));
        Chats.Chat(_user);
        await _space.AdvanceAsync(60);
        Assert.Single(_space.Read(_user));
    }

    [Fact]
    public async Task The_next_poll_is_let_go_and_the_one_after_it_waits()
    {
        Chats.Push(_user, ChatControl.Chat, ChatSource.Agent, "Bea", "unfetched");
        Chats.Chat(_user);

        Chats.LetNextPollGo(_user);
        await _space.AdvanceAsync(60);
        var next = Chats.Poll(_user).Value;

        Assert.Empty(await next.Answer);
        next.MarkDelivered();
        Assert.False(Chats.Poll(_user).Value.Answer.IsCompleted);
    }

    [Theory]
    [InlineData(ChannelService.Robot, "en", "^[ -~]+$", "robot")]
    [InlineData(ChannelService.Robot, "zh_CN", "^[\u4e00-\u9fff，。？]+$", "robot")]
    [InlineData(ChannelService.Human, "en", "^[ -~]+$", "Agent 1001")]
    [InlineData(ChannelService.Human, "zh", "^[\u4e00-\u9fff，。？]+$", "Agent 1001")]
    public async Task A_customer_is_spoken_to_in_the_language_of_its_token(
        ChannelService service, string locale, string pattern, string nickname)
    {
        using var space = Create(new SpaceSettings { Channels = [new ChannelSettings { Service = service }] });
        var user = space.MessagingTokens.Check(space.MessagingTokens.Apply(
            new MessagingTokenRequest("u1", "Ann", ChannelSettings.DemoId, locale)).Value).Value;
        space.Chats.Connect(user);

        var lines = new HashSet<string>();
        for (var i = 0; i < 40; i++)
        {
            space.Chats.Chat(user);
            await space.AdvanceAsync(10);
            lines.UnionWith(space.Read(user).Select(m => $"{m.Nickname}: {m.Content}"));
        }

        Assert.Equal(service == ChannelService.Robot ? 3 : 4, lines.Count);
        Assert.All(lines, l => Assert.StartsWith($"{nickname}: ", l, StringComparison.Ordinal));
        Assert.All(lines, l => Assert.Matches(pattern, l[(nickname.Length + 2)..]));
        space.Chats.Disconnect(user);
        Assert.Equal(locale == "en" ? "system" : "系统", Assert.Single(space.Read(user)).Nickname);
    }
}
