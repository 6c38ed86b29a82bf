using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Chat;

/// <summary>What is owed in a session, what is told at its end, and what the next one does not see of it.</summary>
public sealed class ChatSessionTests
{
    private static readonly SpaceSettings ThinksForTwoSeconds = new() { ChatThinking = TimeSpan.FromSeconds(2) };

    private static readonly SpaceSettings Robot = ThinksForTwoSeconds with
    {
        Channels = [new ChannelSettings { Service = ChannelService.Robot }],
    };

    [Fact]
    public void Each_end_is_told_in_a_sentence_of_its_own()
    {
        var texts = Enum.GetValues<ChatEnd>().Where(e => e != ChatEnd.ByAgent).Select(ChatEndTexts.Of).ToList();

        Assert.Distinct(texts);
        Assert.All(texts, text => Assert.Matches("^[A-Za-z]+( [A-Za-z]+)+[.]?$", text));
    }

    [Fact]
    public async Task Each_message_is_answered_one_after_the_other()
    {
        using var space = Create(ThinksForTwoSeconds);
        var user = space.SignIn();
        space.Chats.Connect(user);
        space.Read(user);
        space.Chats.Chat(user);
        space.Chats.Chat(user);

        await space.AdvanceAsync(2);
        Assert.Single(space.Read(user));
        await space.AdvanceAsync(2);
        Assert.Single(space.Read(user));
        await space.AdvanceAsync(60);

        Assert.Empty(space.Read(user));
    }

    [Fact]
    public async Task A_robot_gives_no_notice_that_it_has_read()
    {
        using var space = Create(Robot);
        var user = space.SignIn();
        space.Chats.Connect(user);
        space.Read(user, wantsReadNotices: true);

        space.Chats.Chat(user);
        await space.AdvanceAsync(2);

        Assert.Equal([ChatControl.Chat], space.Read(user).Select(m => m.Control));
    }

    [Fact]
    public void An_agent_who_owes_nothing_gives_no_notice_that_it_has_read()
    {
        using var space = Create(Robot);
        var user = space.SignIn();
        space.Chats.Connect(user);
        space.Read(user, wantsReadNotices: true);

        space.Chats.TransferToAgent(user);

        Assert.Equal([(ChatControl.Chat, ChatSource.Agent)], space.Read(user).Select(m => (m.Control, m.Source)));
    }

    [Fact]
    public void A_new_session_sees_nothing_of_the_one_before()
    {
        using var space = Create();
        var user = space.SignIn();
        space.Chats.Connect(user);
        space.Chats.Disconnect(user);

        space.Chats.Connect(user);

        Assert.Equal([(ChatControl.Chat, 3)], space.Read(user).Select(m => (m.Control, m.Number)));
    }

    [Theory]
    [InlineData(false, "^[A-Z][A-Za-z ,.'?]+[.?]$")]
    [InlineData(true, "^[\u4e00-\u9fff，。？]+[。？]$")]
    public void Whatever_is_drawn_a_line_is_said_in_the_language_of_the_customer(bool isChinese, string pattern)
    {
        var language = isChinese ? ChatLanguage.Chinese : ChatLanguage.English;
        foreach (var speaker in Enum.GetValues<ChatSpeaker>())
        {
            var lines = Enumerable.Range(0, 12)
                .Select(draw => new CannedReplies().LineOf((ulong)draw, speaker, language))
                .ToList();

            Assert.All(lines, line => Assert.Matches(pattern, line));
            Assert.Equal(speaker == ChatSpeaker.Robot ? 3 : 4, lines.Distinct().Count());
        }
    }
}
