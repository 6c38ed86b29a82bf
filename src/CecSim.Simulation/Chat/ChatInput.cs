namespace CecSim.Simulation.Chat;

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
