using CecSim.Simulation.Polls;

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
