namespace CecSim.Simulation.Tests.RandomChats;

/// <summary>One thing that a random customer, an agent, or time, does.</summary>
public enum ChatMoveKind
{
    Connect,
    ConnectLater,
    Write,
    AskForAgent,
    Disconnect,
    Poll,
    WriteAnswer,
    HangUp,
    Call,
    Drop,
    AgentSignsOut,
    AgentSignsIn,
    Advance,
}

/// <param name="Who">Which of the customers, or of the agents.</param>
/// <param name="Amount">Which of its polls, or how long, by the kind of move.</param>
public sealed record ChatMove(ChatMoveKind Kind, int Who, int Amount);
