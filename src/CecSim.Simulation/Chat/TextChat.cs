using CecSim.Simulation.Channels;

namespace CecSim.Simulation.Chat;

/// <summary>Text chat as a customer sees it: connect, write, poll for messages, disconnect.</summary>
public sealed class TextChat
{
    /// <summary>A session that nobody polls keeps this many messages; then the oldest go and are counted.</summary>
    public const int WaitingMessagesMax = 200;

    private readonly SpaceScheduler _scheduler;
    private readonly ChatServices _floor;

    internal TextChat(ContactCentre centre, ChatDownlink downlink, SeededRandom random, IReplyGenerator words)
    {
        _scheduler = centre.Time;
        _floor = new ChatServices(centre, downlink, random, words);
        Files = new ChatFiles(centre.Time, random.Fork("files"));
        LeftMessages = new LeftMessages(centre.Time);
    }

    public ChatFiles Files { get; }

    public LeftMessages LeftMessages { get; }

    /// <summary>Messages that no client will ever see.</summary>
    public EventCounters Undelivered => _floor.Downlink.Mailboxes.Undelivered;

    /// <param name="answersLater">What cannot be served is told by a last message instead of a refusal.</param>
    /// <returns>Where the session stands; a live one goes on as it is.</returns>
    public Outcome<ChatState> Connect(User user, bool answersLater = false)
    {
        using var lockScope = _scheduler.Enter();
        if (user.Chat is { IsLive: true } live)
        {
            return live.State;
        }

        var session = new ChatSession(_floor, user);
        var refusal = user.Channel.Service == ChannelService.Robot ? null : session.WhyNoAgent();
        if (refusal is { } why && !answersLater)
        {
            return why;
        }

        // Messages carry no session id: one that is left from an earlier session would be taken for one of the new.
        user.ChatMessages?.Discard();
        user.Chat = session;
        if (refusal is null)
        {
            session.Begin();
        }
        else
        {
            session.End(EndOf(refusal.Value));
        }

        return session.State;
    }

    /// <param name="text">What the customer writes: a script of its call may wait for it.</param>
    public Outcome<ChatState> Chat(User user, string text = "")
    {
        using var lockScope = _scheduler.Enter();
        var outcome = ApplyTo(user.Chat, new ChatInput.Write());
        if (outcome.Refusal is null)
        {
            user.Call?.Flow?.Take(new CallSignal.Chat(text));
        }

        return outcome;
    }

    public Outcome<ChatState> Input(User user) => Apply(user, new ChatInput.KeepTyping());

    public Outcome<ChatState> Disconnect(User user) => Apply(user, new ChatInput.Finish(ChatEnd.ByCustomer));

    /// <summary>Asks for an agent; where there is none to be had, the robot stays.</summary>
    public Outcome<ChatState> TransferToAgent(User user)
    {
        using var lockScope = _scheduler.Enter();
        return user.Chat is { State: ChatState.WithRobot } chat && chat.WhyNoAgent() is { } refusal
            ? refusal
            : ApplyTo(user.Chat, new ChatInput.AskForAgent());
    }

    /// <summary>Holds a poll until a message, the end of the hold, or a newer poll of the same user.</summary>
    public Outcome<HeldPoll<ChatMessage>> Poll(User user, bool wantsReadNotices = false)
    {
        using var lockScope = _scheduler.Enter();
        if (user.Chat is not { } chat)
        {
            return Refusal.NoChat;
        }

        if (!chat.IsLive && user.ChatMessages is null or { WaitingCount: 0 })
        {
            return Refusal.ChatEnded;
        }

        chat.LastPolledAt = _scheduler.Now;
        user.WantsReadNotices = wantsReadNotices;
        return _floor.Downlink.Mailboxes.Of(user).Poll();
    }

    /// <returns>How the user's session stands in its queue, or why it stands in none.</returns>
    public Outcome<ChatQueueInfo> QueueInfo(User user)
    {
        using var lockScope = _scheduler.Enter();
        return user.Chat switch
        {
            null => Refusal.NoChat,
            { State: ChatState.Ended } => Refusal.ChatEnded,
            { State: ChatState.WithRobot } => Refusal.ChatWithRobot,
            { State: ChatState.InIvr } => Refusal.MovedToIvr,
            { IsWaiting: true } chat => InfoOf(chat),
            _ => Refusal.AlreadyWithAgent,
        };
    }

    /// <summary>An agent writes by hand.</summary>
    /// <returns>Why not; null when it did.</returns>
    public AgentRefusal? WriteAs(int workNo, string userId, string line) => As(workNo, userId, c => c.Write(line));

    /// <summary>An agent ends a text session by hand.</summary>
    /// <returns>Why not; null when it did.</returns>
    public AgentRefusal? EndAs(int workNo, string userId) => As(workNo, userId, c => c.End(ChatEnd.ByAgent));

    /// <summary>Lets a message come to a user by hand, whatever session it has or has not.</summary>
    public void Push(User user, ChatControl control, ChatSource source, string nickname, string content)
    {
        using var lockScope = _scheduler.Enter();
        _floor.Downlink.Send(user, control, source, nickname, content);
    }

    /// <summary>Forgets a user's text session, together with what it was still to bring.</summary>
    public void Forget(User user)
    {
        using var lockScope = _scheduler.Enter();
        user.Chat?.End(ChatEnd.ByCustomer);
        user.Chat = null;
        user.ChatMessages?.Discard();
    }

    /// <summary>Forgets the messages that a user did not fetch, what an agent or robot still owed among them.</summary>
    public void ForgetMessages(User user)
    {
        using var lockScope = _scheduler.Enter();
        user.Chat?.ForgetOwed();
        user.ChatMessages?.Discard();
    }

    /// <summary>The same; the next poll is answered at once all the same.</summary>
    public void LetNextPollGo(User user)
    {
        using var lockScope = _scheduler.Enter();
        user.Chat?.ForgetOwed();
        _floor.Downlink.Mailboxes.Of(user).LetNextGo();
    }

    private AgentRefusal? As(int workNo, string userId, Action<ChatSession> act)
    {
        using var lockScope = _scheduler.Enter();
        if (_floor.Centre.Roster.Find(workNo) is not { } agent)
        {
            return AgentRefusal.Unknown;
        }

        if (agent.Chats.FirstOrDefault(c => c.User.UserId == userId) is not { } chat)
        {
            return AgentRefusal.NoChat;
        }

        act(chat);
        return null;
    }

    internal void Close(IEnumerable<User> users) => _floor.Downlink.Mailboxes.Close(users);

    private Outcome<ChatState> Apply(User user, ChatInput input)
    {
        using var lockScope = _scheduler.Enter();
        return ApplyTo(user.Chat, input);
    }

    private static Outcome<ChatState> ApplyTo(ChatSession? chat, ChatInput input) =>
        chat is null ? Refusal.NoChat
        : chat.Apply(input) is { } refusal ? refusal
        : chat.State;

    private ChatQueueInfo InfoOf(ChatSession chat)
    {
        var (queue, now) = (chat.Queue!, _scheduler.Now);
        return new ChatQueueInfo(
            queue.PlaceOf(chat),
            now - chat.SeeksSince,
            now - chat.WaitsSince,
            queue.Settings.MaxWaitingTime,
            now - queue.Waiting.First!.Value.WaitsSince,
            queue.Settings.MaxWaitingTime);
    }

    private static ChatEnd EndOf(Refusal refusal) => refusal switch
    {
        Refusal.OutsideWorkingHours => ChatEnd.OutsideWorkingHours,
        Refusal.NoAgentsAvailable => ChatEnd.NoAgents,
        _ => ChatEnd.ConnectFailed,
    };
}
