namespace CecSim.Simulation.Chat;

/// <summary>The messages that customers left when no agent could be reached.</summary>
public sealed class LeftMessages
{
    /// <summary>More are refused: nobody takes them away.</summary>
    public const int CountMax = 1_000;

    private readonly SpaceScheduler _scheduler;
    private readonly List<LeftMessage> _messages = [];

    internal LeftMessages(SpaceScheduler scheduler) => _scheduler = scheduler;

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<LeftMessage> All
    {
        get
        {
            using var lockScope = _scheduler.Enter();
            return [.. _messages];
        }
    }

    /// <returns>Why it was not kept; null when it was.</returns>
    public Refusal? Leave(User user, string callId, string caller, string text)
    {
        using var lockScope = _scheduler.Enter();
        if (_messages.Count == CountMax)
        {
            return Refusal.LeftMessagesFull;
        }

        _messages.Add(new LeftMessage(_scheduler.Now, user.UserId, callId, caller, text));
        return null;
    }
}

/// <summary>What a customer left by doLeaveMessage.</summary>
/// <param name="CallId">"User ID", whatever the client gives.</param>
/// <param name="Caller">The number of who leaves the message.</param>
public sealed record LeftMessage(DateTimeOffset At, string UserId, string CallId, string Caller, string Text)
{
    public const int CallIdCharsMax = 24;
}
