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
