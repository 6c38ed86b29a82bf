namespace CecSim.Simulation.Chat;

/// <summary>The way of messages to customers: one mailbox for each, numbers over all of them.</summary>
internal sealed class ChatDownlink(
    SpaceScheduler scheduler, SpaceSettings settings, ArmedFaults faults, HeldPolls polls, ClientMonitor monitor)
{
    private long _messagesCount;

    public UserMailboxes<ChatMessage> Mailboxes { get; } = new(
        scheduler,
        new PollLimits(settings.ChatPollHold, TextChat.WaitingMessagesMax, TextChat.WaitingMessagesMax),
        faults,
        CecOperation.Poll,
        PollKind.Chat,
        polls,
        monitor,
        find: static user => user.ChatMessages,
        keep: static (user, mailbox) => user.ChatMessages = mailbox);

    public void Send(User user, ChatControl control, ChatSource source, string nickname, string content)
    {
        var fit = content.Length <= ChatMessage.ContentCharsMax ? content : content[..ChatMessage.ContentCharsMax];
        Mailboxes.Of(user).Post(new ChatMessage(++_messagesCount, scheduler.Now, control, source, nickname, fit));
    }
}
