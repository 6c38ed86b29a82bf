using System.Diagnostics;

namespace CecSim.Simulation.Chat;

/// <summary>One text session of a user: commits what <see cref="ChatMachine"/> decides, and carries it out.</summary>
internal sealed class ChatSession : Contact
{
    private readonly ChatServices _floor;
    private readonly SkillQueue? _entrance;
    private readonly PendingReplies _owed;
    private ScheduledTimer? _silence;
    private ScheduledTimer? _endOfIvr;

    public ChatSession(ChatServices floor, User user)
        : base(user)
    {
        _floor = floor;
        _entrance = floor.Centre.ChatQueueOf(user.Channel);
        _owed = new PendingReplies(floor, () => Say(_floor.Words.LineOf(_floor.Draws.Next(), Speaker, Language)));
    }

    public ChatState State { get; private set; } = ChatState.Seeking;

    public bool IsLive => State != ChatState.Ended;

    /// <summary>When it began to look for an agent, whatever queues it has seen since.</summary>
    public DateTimeOffset SeeksSince { get; private set; }

    public DateTimeOffset LastPolledAt { get; set; }

    public override bool IsChat => true;

    public override Agent? PreferredAgent =>
        User.Call?.Flow is QueuedCall { Agent: { } agent } && agent.Settings.Type.Suits(QueueType.Multimedia)
            ? agent
            : null;

    private SpaceScheduler Time => _floor.Centre.Time;

    private ChatSpeaker Speaker => Agent is null ? ChatSpeaker.Robot : ChatSpeaker.Agent;

    /// <summary>Why the contact centre would not take it now; null when it would.</summary>
    public Refusal? WhyNoAgent() =>
        User.Channel.WorkingHours?.Covers(Time.Now, User.Channel.TimeZone) == false ? Refusal.OutsideWorkingHours
        : _entrance is null ? Refusal.ConnectFailed
        : CallDistributor.TurnedAway(_entrance, this) switch
        {
            null => null,
            QueueExitReason.NoAgents => Refusal.NoAgentsAvailable,
            _ => Refusal.ConnectFailed,
        };

    public void Begin()
    {
        LastPolledAt = Time.Now;
        WatchForSilence();
        if (User.Channel.Service == Channels.ChannelService.Robot)
        {
            Apply(new ChatInput.MeetRobot());
        }
        else
        {
            SeekAgent();
        }
    }

    /// <returns>Why the input has no effect; null when it has.</returns>
    public Refusal? Apply(ChatInput input)
    {
        switch (ChatMachine.Decide(State, input))
        {
            case ChatDecision.Refused refused:
                return refused.Reason;
            case ChatDecision.Accepted accepted:
                State = accepted.Next;
                Follow(accepted.Effect, input);
                return null;
            default:
                throw new UnreachableException();
        }
    }

    public override void OnQueued() => Apply(new ChatInput.StartQueuing());

    public override void OnReserved(Agent agent)
    {
        agent.Chats.Add(this);
        Apply(new ChatInput.MeetAgent());
    }

    // Which queue it waits in is not told to the customer of a text session.
    public override void OnTransferred()
    {
    }

    public override void OnTransferredToIvr(string ivr)
    {
        Apply(new ChatInput.MoveToIvr());
        _endOfIvr = Time.At(Time.Now + ContactCentre.IvrPlaysFor, "end of IVR", () => End(ChatEnd.IvrOver));
    }

    public override void OnGivenUp(QueueExitReason why) => End(why switch
    {
        QueueExitReason.Timeout => ChatEnd.QueueTimeout,
        QueueExitReason.Busy => ChatEnd.QueueBusy,
        QueueExitReason.NoAgents => ChatEnd.NoAgents,
    });

    public void OnAgentSignedOut()
    {
        Agent = null;
        Apply(new ChatInput.LoseAgent());
    }

    /// <summary>Its agent writes by hand, and so has answered all that it owed.</summary>
    public void Write(string line)
    {
        _owed.Forget();
        Say(line);
    }

    public void ForgetOwed() => _owed.Forget();

    public void End(ChatEnd why) => Apply(new ChatInput.Finish(why));

    private void Follow(ChatEffect effect, ChatInput input)
    {
        switch (effect)
        {
            case ChatEffect.SeekAgent:
                _owed.Interrupt();
                SeekAgent();
                break;
            case ChatEffect.Greet:
                Say(_floor.Words.LineOf(_floor.Draws.Next(), Speaker, Language));
                ReadAndThink();
                break;
            case ChatEffect.OweAnswer:
                _owed.Add();
                ReadAndThink();
                break;
            case ChatEffect.Close:
                Close(((ChatInput.Finish)input).Why);
                break;
            default:
                break;
        }
    }

    private void SeekAgent()
    {
        SeeksSince = Time.Now;
        _floor.Centre.Distribution.Enter(this, _entrance!);
    }

    private void ReadAndThink()
    {
        if (Agent is not null && _owed.AreAny && User.WantsReadNotices)
        {
            Tell(ChatControl.Read, "");
        }

        if (State is ChatState.WithRobot or ChatState.WithAgent)
        {
            _owed.Think();
        }
    }

    private ChatLanguage Language =>
        User.Token?.Request.Locale.StartsWith("zh", StringComparison.Ordinal) == true
            ? ChatLanguage.Chinese
            : ChatLanguage.English;

    private void Close(ChatEnd why)
    {
        _owed.Interrupt();
        Time.Cancel(_silence);
        Time.Cancel(_endOfIvr);
        _floor.Centre.Distribution.Leave(this);
        var system = Language == ChatLanguage.Chinese ? "系统" : "system";
        _floor.Downlink.Send(User, ChatControl.Disconnect, ChatSource.System, system, ChatEndTexts.Of(why));
        LetAgentGo();
        if (User.Channel.ChatEndsCall && User.Call is { IsLive: true } call)
        {
            _floor.Centre.Progress.Apply(call, new CallInput.Release(Cause.Released));
        }
    }

    // The agent may be given the next contact at once, so this session lets go of it first.
    private void LetAgentGo()
    {
        if (Agent is { } agent)
        {
            Agent = null;
            agent.Chats.Remove(this);
            _floor.Centre.Distribution.Serve(agent);
        }
    }

    private void Say(string line) => Tell(ChatControl.Chat, line);

    private void Tell(ChatControl control, string content)
    {
        var (source, nickname) = Agent is { Settings: var agent }
            ? (ChatSource.Agent, agent.Name ?? agent.WorkNo.ToString(CultureInfo.InvariantCulture))
            : (ChatSource.Robot, "robot");
        _floor.Downlink.Send(User, control, source, nickname, content);
    }

    // Looked at once in a session time instead of being armed anew with each poll.
    private void WatchForSilence() =>
        _silence = Time.At(LastPolledAt + _floor.Centre.Settings.ChatSilenceMax, "chat silence", () =>
        {
            if (User.ChatMessages is { HasCurrentPoll: true })
            {
                LastPolledAt = Time.Now;
            }

            if (LastPolledAt + _floor.Centre.Settings.ChatSilenceMax > Time.Now)
            {
                WatchForSilence();
            }
            else
            {
                End(ChatEnd.Silence);
            }
        });
}

/// <summary>What all text sessions of a space share.</summary>
internal sealed record ChatServices(
    ContactCentre Centre, ChatDownlink Downlink, SeededRandom Draws, IReplyGenerator Words);
