using static CecSim.Simulation.Chat.ChatDecision;
using static CecSim.Simulation.Chat.ChatInput;

namespace CecSim.Simulation.Chat;

/// <summary>The life of a text session as one pure function: the table below is the whole rule.</summary>
public static class ChatMachine
{
    public static ChatDecision Decide(ChatState state, ChatInput input) => (state, input) switch
    {
        (ChatState.Ended, _) => new Refused(Refusal.ChatEnded),
        (_, Finish) => new Accepted(ChatState.Ended, ChatEffect.Close),
        (_, KeepTyping) => new Accepted(state),

        // Nobody reads in an IVR flow; in a queue the agent finds what was written.
        (ChatState.InIvr, Write) => new Accepted(state),
        (_, Write) => new Accepted(state, ChatEffect.OweAnswer),

        (ChatState.WithRobot, AskForAgent) => new Accepted(ChatState.Seeking, ChatEffect.SeekAgent),
        (ChatState.Seeking or ChatState.Queuing, AskForAgent) => new Accepted(state),
        (ChatState.WithAgent, AskForAgent) => new Refused(Refusal.AlreadyWithAgent),
        (ChatState.InIvr, AskForAgent) => new Refused(Refusal.MovedToIvr),

        (ChatState.Seeking, MeetRobot) => new Accepted(ChatState.WithRobot),
        (ChatState.Seeking or ChatState.Queuing, StartQueuing) => new Accepted(ChatState.Queuing),
        (ChatState.Seeking or ChatState.Queuing, MeetAgent) => new Accepted(ChatState.WithAgent, ChatEffect.Greet),
        (ChatState.Seeking or ChatState.Queuing, MoveToIvr) => new Accepted(ChatState.InIvr),
        (ChatState.WithAgent, LoseAgent) => new Accepted(ChatState.Seeking, ChatEffect.SeekAgent),

        _ => throw new InvalidOperationException($"No rule for {input} in {state}."),
    };
}

/// <summary>What can happen to a text session.</summary>
public abstract record ChatInput
{
    private ChatInput()
    {
    }

    public sealed record MeetRobot : ChatInput;

    public sealed record StartQueuing : ChatInput;

    public sealed record MeetAgent : ChatInput;

    /// <summary>The agent signs out.</summary>
    public sealed record LoseAgent : ChatInput;

    public sealed record MoveToIvr : ChatInput;

    /// <summary>The customer writes: controlType CHAT.</summary>
    public sealed record Write : ChatInput;

    /// <summary>The customer is typing: controlType INPUT.</summary>
    public sealed record KeepTyping : ChatInput;

    /// <summary>The customer wants an agent instead of the robot: controlType TRANS2AGENT.</summary>
    public sealed record AskForAgent : ChatInput;

    public sealed record Finish(ChatEnd Why) : ChatInput;
}

/// <summary>Where a text session stands.</summary>
public enum ChatState
{
    /// <summary>On its way to an agent; it does not stay so.</summary>
    Seeking,
    WithRobot,
    Queuing,
    WithAgent,

    /// <summary>A queue's policy moved it to an IVR flow (code 160022 of queryQueueInfo).</summary>
    InIvr,
    Ended,
}

/// <summary>What the machine answers: the next state with what follows from it, or a reason why not.</summary>
public abstract record ChatDecision
{
    private ChatDecision()
    {
    }

    public sealed record Accepted(ChatState Next, ChatEffect Effect = ChatEffect.None) : ChatDecision;

    public sealed record Refused(Refusal Reason) : ChatDecision;
}

/// <summary>What a decision has to be followed by.</summary>
public enum ChatEffect
{
    None,

    /// <summary>Look for an agent in the queue.</summary>
    SeekAgent,

    /// <summary>The agent greets the customer, and reads what was written before.</summary>
    Greet,

    /// <summary>Whoever serves the session, now or later, owes an answer.</summary>
    OweAnswer,

    /// <summary>Tell the customer that it is over, and let the agent go.</summary>
    Close,
}
