using CecSim.Simulation.Clock;
using CecSim.Simulation.Users;

namespace CecSim.Simulation.Chat;

/// <summary>The messages that customers left when no agent could be reached.</summary>
public sealed class LeftMessages
{
    /// <summary>More are refused: nobody takes them away.</summary>
    public const int CountMax = 1_000;

    private readonly Timeline _timeline;
    private readonly List<LeftMessage> _messages = [];

    internal LeftMessages(Timeline timeline) => _timeline = timeline;

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<LeftMessage> All
    {
        get
        {
            using var turn = _timeline.Enter();
            return [.. _messages];
        }
    }

    /// <returns>Why it was not kept; null when it was.</returns>
    public Refusal? Leave(User user, string callId, string caller, string text)
    {
        using var turn = _timeline.Enter();
        if (_messages.Count == CountMax)
        {
            return Refusal.LeftMessagesFull;
        }

        _messages.Add(new LeftMessage(_timeline.Now, user.UserId, callId, caller, text));
        return null;
    }
}
