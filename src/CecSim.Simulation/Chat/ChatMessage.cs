namespace CecSim.Simulation.Chat;

/// <summary>One message to a customer, as it waits in the user's mailbox.</summary>
/// <param name="Number">1 for the first message of the space; no two are alike.</param>
/// <param name="Nickname">Who the customer sees as its sender.</param>
public sealed record ChatMessage(
    long Number, DateTimeOffset At, ChatControl Control, ChatSource Source, string Nickname, string Content)
    : IClientEvent
{
    /// <summary>Longest content of a message to a customer (API reference, poll).</summary>
    public const int ContentCharsMax = 500;

    public bool IsFinal => Control == ChatControl.Disconnect;
}

/// <summary>What a message to a customer is: <c>controlType</c> of poll (API reference).</summary>
public enum ChatControl
{
    Chat,

    /// <summary>The session is over; the last message of each session.</summary>
    Disconnect,

    /// <summary>The agent has read what the customer wrote; only for polls that ask for it.</summary>
    Read,
}

/// <summary>Who a message comes from: <c>sourceType</c> of poll (API reference).</summary>
public enum ChatSource
{
    Agent,
    Robot,
    System,
}
