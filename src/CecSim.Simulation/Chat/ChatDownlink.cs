using CecSim.Simulation.Clock;
using CecSim.Simulation.Faults;
using CecSim.Simulation.Polls;
using CecSim.Simulation.Spaces;
using CecSim.Simulation.Users;

namespace CecSim.Simulation.Chat;

/// <summary>The way of messages to customers: one mailbox for each, numbers over all of them.</summary>
internal sealed class ChatDownlink(Timeline timeline, SpaceSettings settings, ArmedFaults faults)
{
    private readonly PollLimits _limits =
        new(settings.ChatPollHold, TextChat.WaitingMessagesMax, TextChat.WaitingMessagesMax);

    private long _messagesCount;
    private bool _isClosed;

    public EventTally Unseen { get; } = new();

    /// <summary>Told when a message to a user is dropped unseen.</summary>
    public Action<User>? EventDropped { get; set; }

    public void Send(User user, ChatControl control, ChatSource source, string nickname, string content)
    {
        var fit = content.Length <= ChatMessage.ContentCharsMax ? content : content[..ChatMessage.ContentCharsMax];
        MailboxOf(user).Post(new ChatMessage(++_messagesCount, timeline.Now, control, source, nickname, fit));
    }

    public EventMailbox<ChatMessage> MailboxOf(User user)
    {
        if (user.ChatMessages is null)
        {
            user.ChatMessages = new EventMailbox<ChatMessage>(timeline, _limits, Unseen)
            {
                Faults = faults.AtEventsOf(user, CecOperation.Poll),
                EventDropped = () => EventDropped?.Invoke(user),
            };
            if (_isClosed)
            {
                user.ChatMessages.Close();
            }
        }

        return user.ChatMessages;
    }

    /// <summary>Every held poll gets the empty answer, and so does each later one at once.</summary>
    public void Close(IEnumerable<User> users)
    {
        _isClosed = true;
        foreach (var user in users)
        {
            user.ChatMessages?.Close();
        }
    }
}
