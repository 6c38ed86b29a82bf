using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Chat;

/// <summary>One customer who writes and calls: one agent serves both, if it can.</summary>
public sealed class ChatAndCallTests
{
    [Fact]
    [Shows("10.1/chat-then-call")]
    public void A_call_goes_to_the_agent_who_chats_with_that_customer()
    {
        using var space = Create();
        var (ann, bob) = (space.SignIn("ann"), space.SignIn("bob"));
        space.Chats.Connect(bob);
        space.Chats.Connect(ann);

        space.Calls.Create(ann, MediaAbility.Voice);

        Assert.Equal(1002, Called(space));
    }

    [Fact]
    public void A_call_goes_to_another_agent_where_that_one_chats_with_somebody_else_too()
    {
        using var space = Create(Agents(new() { WorkNo = 101 }, new() { WorkNo = 102, MaxChats = 0 }));
        var (ann, bob) = (space.SignIn("ann"), space.SignIn("bob"));
        space.Chats.Connect(ann);
        space.Chats.Connect(bob);

        space.Calls.Create(ann, MediaAbility.Voice);

        Assert.Equal(102, Called(space));
    }

    [Fact]
    public void A_call_does_not_go_to_an_agent_who_cannot_process_calls()
    {
        using var space = Create(Agents(
            new() { WorkNo = 101, Type = AgentType.Multimedia }, new() { WorkNo = 102, Type = AgentType.Voice }));
        var ann = space.SignIn("ann");
        space.Chats.Connect(ann);

        space.Calls.Create(ann, MediaAbility.Voice);

        Assert.Equal("101", Assert.Single(space.Read(ann)).Nickname);
        Assert.Equal(102, Called(space));
    }

    [Fact]
    public void A_text_session_goes_to_the_agent_of_the_customer_s_call()
    {
        using var space = Create(Agents(new() { WorkNo = 101, MaxChats = 1 }, new() { WorkNo = 102, MaxChats = 1 }));
        var (ann, bob) = (space.SignIn("ann"), space.SignIn("bob"));
        space.Calls.Create(ann, MediaAbility.Voice);

        space.Chats.Connect(bob);
        space.Chats.Connect(ann);

        Assert.Equal("102", Assert.Single(space.Read(bob)).Nickname);
        Assert.Equal("101", Assert.Single(space.Read(ann)).Nickname);
    }

    [Fact]
    public void A_text_session_does_not_go_to_an_agent_who_cannot_process_text()
    {
        using var space = Create(Agents(
            new() { WorkNo = 101, Type = AgentType.Voice }, new() { WorkNo = 102, Type = AgentType.Multimedia }));
        var ann = space.SignIn("ann");
        space.Calls.Create(ann, MediaAbility.Voice);

        space.Chats.Connect(ann);

        Assert.Equal(101, Called(space));
        Assert.Equal("102", Assert.Single(space.Read(ann)).Nickname);
    }

    [Fact]
    public void An_agent_in_a_call_is_given_no_text_session_of_another_customer()
    {
        using var space = Create(Agents(new AgentSettings { WorkNo = 101 }));
        var (ann, bob) = (space.SignIn("ann"), space.SignIn("bob"));
        space.Calls.Create(ann, MediaAbility.Voice);

        Assert.Equal(ChatState.Queuing, space.Chats.Connect(bob).Value);
    }

    [Fact]
    public async Task A_call_that_waited_for_the_end_of_another_customer_s_chat_is_served_then()
    {
        using var space = Create(Agents(new AgentSettings { WorkNo = 101 }));
        var (ann, bob) = (space.SignIn("ann"), space.SignIn("bob"));
        space.Chats.Connect(bob);
        space.Calls.Create(ann, MediaAbility.Voice);
        Assert.Equal(CallEventKind.Queued, Assert.Single(space.Take(ann)).Kind);

        space.Chats.Disconnect(bob);

        Assert.Equal(CallEventKind.Connected, Assert.Single(space.Take(ann)).Kind);
        await space.AdvanceAsync(1);
    }

    [Fact]
    public async Task An_agent_who_hands_a_call_on_does_not_get_it_back()
    {
        var conduct = new AgentBehavior { TalksFor = TimeSpan.FromSeconds(5), TransfersTo = "voice-click" };
        var settings = Agents(new() { WorkNo = 101, Conduct = conduct }, new() { WorkNo = 102, MaxChats = 0 });
        using var space = Create(settings with
        {
            Queues = [.. settings.Queues.Select(q => q with { WrapUp = TimeSpan.Zero })],
        });
        var ann = space.SignIn("ann");
        space.Chats.Connect(ann);
        space.Calls.Create(ann, MediaAbility.Voice);
        Assert.Equal(101, Called(space));

        await space.AdvanceAsync(7);

        Assert.Equal(102, Called(space));
    }

    [Fact]
    [Shows("5/chat-required-first")]
    public void Where_a_channel_demands_it_there_is_no_call_without_an_agent_in_the_chat()
    {
        using var space = Create(Channel(new() { RequiresChatFirst = true, Service = ChannelService.Robot }));
        var ann = space.SignIn("ann");
        Assert.Equal(Refusal.ConnectFailed, space.Calls.Create(ann, MediaAbility.Voice));
        space.Chats.Connect(ann);
        Assert.Equal(Refusal.ConnectFailed, space.Calls.Create(ann, MediaAbility.Voice));

        space.Chats.TransferToAgent(ann);
        Assert.Null(space.Calls.Create(ann, MediaAbility.Voice));
    }

    [Fact]
    [Shows("5.4/drop-leaves-text-session")]
    public void The_end_of_a_call_ends_the_chat_where_the_channel_says_so()
    {
        using var space = Create(Channel(new() { CallEndsChat = true }));
        var ann = space.SignIn("ann");
        space.Chats.Connect(ann);
        space.Calls.Create(ann, MediaAbility.Voice);

        space.Calls.Drop(ann);

        Assert.Equal("The session has ended with the call.", space.Read(ann)[^1].Content);
    }

    [Fact]
    public void The_end_of_a_chat_ends_the_call_where_the_channel_says_so()
    {
        using var space = Create(Channel(new() { ChatEndsCall = true, CallEndsChat = true }));
        var ann = space.SignIn("ann");
        space.Chats.Connect(ann);
        space.Calls.Create(ann, MediaAbility.Voice);
        space.Take(ann);

        space.Chats.Disconnect(ann);

        Assert.Equal(CallEventKind.Released, Assert.Single(space.Take(ann)).Kind);
        Assert.Equal("The session has ended.", space.Read(ann)[^1].Content);
        Assert.All(space.Agents.View, a => Assert.Equal(new AgentState.Ready(), a.State));
    }

    [Fact]
    [Shows("5.4/drop-leaves-text-session")]
    public void Otherwise_call_and_chat_end_each_by_itself()
    {
        using var space = Create();
        var ann = space.SignIn("ann");
        space.Chats.Connect(ann);
        space.Calls.Create(ann, MediaAbility.Voice);
        space.Calls.Drop(ann);
        Assert.Equal(ChatState.WithAgent, space.Chats.Input(ann).Value);

        space.Calls.Create(ann, MediaAbility.Voice);
        space.Chats.Disconnect(ann);
        Assert.Null(space.Calls.Drop(ann));
    }

    private static int Called(Space space) =>
        Assert.Single(space.Agents.View, a => a.State is AgentState.Ringing or AgentState.Talking).WorkNo;

    private static SpaceSettings Agents(params AgentSettings[] agents) => new() { Agents = agents };

    private static SpaceSettings Channel(ChannelSettings channel) => new() { Channels = [channel] };
}
