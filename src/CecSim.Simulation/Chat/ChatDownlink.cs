using CecSim.Simulation.Clock;
using CecSim.Simulation.Faults;
using CecSim.Simulation.Polls;
using CecSim.Simulation.Spaces;
using CecSim.Simulation.Users;

namespace CecSim.Simulation.Chat;

/// <summary>The way of messages to customers: one mailbox for each, numbers over all of them.</summary>
internal sealed class ChatDownlink(Timeline timeline, SpaceSettings settings, ArmedFaults faults)
{
    private long _messagesCount;

    public UserMailboxes<ChatMessage> Mailboxes { get; } = new(
        timeline,
        new PollLimits(settings.ChatPollHold, TextChat.WaitingMessagesMax, TextChat.WaitingMessagesMax),
        faults,
        CecOperation.Poll,
        find: static user => user.ChatMessages,
        keep: static (user, mailbox) => user.ChatMessages = mailbox);

    public void Send(User user, ChatControl control, ChatSource source, string nickname, string content)
    {
        var fit = content.Length <= ChatMessage.ContentCharsMax ? content : content[..ChatMessage.ContentCharsMax];
        Mailboxes.Of(user).Post(new ChatMessage(++_messagesCount, timeline.Now, control, source, nickname, fit));
    }
}
