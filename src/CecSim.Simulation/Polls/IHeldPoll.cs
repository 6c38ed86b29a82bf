namespace CecSim.Simulation.Polls;

/// <summary>A held poll, whatever events it waits for.</summary>
internal interface IHeldPoll
{
    /// <summary>No other poll of the same kind in the space has it.</summary>
    long Number { get; }

    DateTimeOffset Since { get; }

    /// <summary>When it gets the empty answer; null once its answer is on the way.</summary>
    DateTimeOffset? DueAt { get; }

    /// <summary>The client is gone, and the server is about to notice.</summary>
    bool IsAborted { get; }

    /// <summary>Gives it the empty answer, if it still waits. Within the timeline.</summary>
    void ReleaseEmpty();

    /// <summary>Breaks its connection. Outside the timeline.</summary>
    void Cut();
}

/// <summary>A held poll as it stood at one moment.</summary>
/// <param name="Id">For example <c>clickToCall-12</c>.</param>
/// <param name="DueAt">When it gets the empty answer; null once its answer is on the way.</param>
public sealed record HeldPollView(
    string Id, PollKind Kind, User User, DateTimeOffset Since, DateTimeOffset? DueAt, bool IsAborted);

/// <summary>The long polls of CEC. Each user has one mailbox and at most one current poll of each kind.</summary>
public enum PollKind
{
    ClickToCall,
    Chat,
}

/// <summary>What a held poll came on.</summary>
public interface IPollConnection
{
    /// <summary>The client is gone, and the server is about to notice.</summary>
    bool IsAborted { get; }

    /// <summary>Breaks it. Outside the timeline.</summary>
    void Cut();
}
