using System.Diagnostics;
using static CecSim.Simulation.Tests.FrozenSpace;
using static CecSim.Simulation.Tests.Queues.CentreFixture;

namespace CecSim.Simulation.Tests.Calls;

/// <summary>Which queue serves a contact of a channel.</summary>
public sealed class ContactCentreTests
{
    private static readonly QueueSettings Chat = new() { Name = "chat", Type = QueueType.Multimedia };

    private static readonly SpaceSettings Named = new()
    {
        Channels = [new ChannelSettings { VoiceQueue = "voice 2", VideoQueue = "video 2", ChatQueue = "chat 2" }],
        Queues =
        [
            Voice, Voice with { Name = "voice 2" },
            new() { Name = "video", Type = QueueType.VideoClickToDial },
            new() { Name = "video 2", Type = QueueType.VideoClickToDial },
            Chat, Chat with { Name = "chat 2" },
        ],
        Agents =
        [
            Agent(101, null, new("voice"), new("video"), new("chat")),
            Agent(102, null, new("voice 2"), new("video 2"), new("chat 2")),
        ],
    };

    [Theory]
    [InlineData(MediaAbility.Voice, "voice 2")]
    [InlineData(MediaAbility.Video, "video 2")]
    public void A_channel_names_the_queue_of_its_calls(MediaAbility media, string queue)
    {
        using var space = Create(Named);

        Assert.Null(space.Calls.Create(space.SignIn(), media));

        Assert.Equal((queue, 102), (space.Calls.View[0].Queue, space.Calls.View[0].WorkNo));
    }

    [Theory]
    [InlineData(MediaAbility.Voice, "voice")]
    [InlineData(MediaAbility.Video, "video")]
    public void A_channel_that_names_none_has_the_first_of_their_type(MediaAbility media, string queue)
    {
        using var space = Create(Named with { Channels = [new ChannelSettings()] });

        Assert.Null(space.Calls.Create(space.SignIn(), media));

        Assert.Equal((queue, 101), (space.Calls.View[0].Queue, space.Calls.View[0].WorkNo));
    }

    [Theory]
    [InlineData(null, 101)]
    [InlineData("chat 2", 102)]
    public void The_same_holds_for_text_sessions(string? queue, int workNo)
    {
        using var space = Create(Named with { Channels = [new ChannelSettings { ChatQueue = queue }] });

        space.Chats.Connect(space.SignIn());

        Assert.Equal(workNo, Assert.Single(space.Agents.View, a => a.ChatsCount == 1).WorkNo);
    }

    [Fact]
    public void Where_there_is_no_queue_there_is_no_call_and_no_session()
    {
        using var space = Create(new SpaceSettings { Queues = [] });

        Assert.Equal(Refusal.ConnectFailed, space.Calls.Create(space.SignIn(), MediaAbility.Voice));
        Assert.Equal(Refusal.ConnectFailed, space.Chats.Connect(space.SignIn()).Refusal);
    }

    [Fact]
    public void A_tenant_with_one_medium_supports_calls()
    {
        using var one = Create(new SpaceSettings { Resources = new() { VersatileAgents = 0, VideoAgents = 0 } });
        using var none = Create(new SpaceSettings
        {
            Resources = new() { VersatileAgents = 0, VideoAgents = 0, VoiceAgents = 0 },
        });

        Assert.True(one.Calls.IsSupported(new ChannelSettings()));
        Assert.False(one.Calls.IsSupported(new ChannelSettings { ClickToCall = false }));
        Assert.False(none.Calls.IsSupported(new ChannelSettings()));
    }

    [Fact]
    public void A_channel_is_a_web_channel_with_calls_and_media_and_people()
    {
        var channel = new ChannelSettings();

        Assert.Equal(
            ("web", true, true, ChannelService.Human, false, false, false),
            (channel.Name, channel.WebRtc, channel.ClickToCall, channel.Service,
                channel.RequiresChatFirst, channel.CallEndsChat, channel.ChatEndsCall));
    }

    [Fact]
    public void A_rule_may_be_for_one_channel()
    {
        using var space = Create(new SpaceSettings
        {
            Channels = [new ChannelSettings(), new ChannelSettings { Id = "other" }],
            Calls =
            [
                new CallRule { Match = new CallMatch(Channel: "other"), Refuse = Refusal.NoAgentsAvailable },
                new CallRule { Match = new CallMatch(), Refuse = Refusal.ConnectFailed },
            ],
        });
        var other = space.MessagingTokens.Check(
            space.MessagingTokens.Apply(Ask("u2") with { ChannelId = "other" }).Value).Value;

        Assert.Equal(Refusal.ConnectFailed, space.Calls.Create(space.SignIn(), MediaAbility.Voice));
        Assert.Equal(Refusal.NoAgentsAvailable, space.Calls.Create(other, MediaAbility.Voice));
    }

    [Fact]
    public void What_comes_after_a_call_belongs_to_its_trace()
    {
        using var activity = new Activity("call").Start();
        var trace = new CallTrace(7, activity);
        var context = activity.Context;

        trace.End();

        Assert.Equal((7, context), (trace.CallId, trace.Context));
        Assert.NotEqual(default, activity.Duration);
        Assert.Equal(default, new CallTrace(8, span: null).Context);
    }

    [Fact]
    public void A_call_that_ended_makes_no_other_number_one_of_a_call_that_is_over()
    {
        using var space = WithScript(new ScriptStep.Connected());
        var user = space.Call("u1");
        var route = space.Take(user)[0].Route!;
        space.Calls.Drop(user);
        space.Call("u2");

        Assert.Equal(MediaRefusal.NoSuchCall, space.Media.Judge(route with { AccessCode = "179080000000000" }));
        Assert.Equal(MediaRefusal.CallOver, space.Media.Judge(route));
    }
}
