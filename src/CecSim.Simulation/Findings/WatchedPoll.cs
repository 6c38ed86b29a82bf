using CecSim.Simulation.Polls;
using CecSim.Simulation.Users;

namespace CecSim.Simulation.Findings;

/// <summary>A poll under way, as the watch on clients knows it.</summary>
public sealed class WatchedPoll
{
    internal WatchedPoll(User user, PollKind kind, TokenPair tokens, Moment beganAt)
    {
        User = user;
        Kind = kind;
        Tokens = tokens;
        BeganAt = beganAt;
    }

    public PollKind Kind { get; }

    internal User User { get; }

    internal TokenPair Tokens { get; }

    internal Moment BeganAt { get; }

    /// <summary>Told how it ended; what comes after that is about the delivery of its answer.</summary>
    internal bool IsOver { get; set; }

    internal bool WasFinal { get; set; }
}
