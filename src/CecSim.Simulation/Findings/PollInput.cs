namespace CecSim.Simulation.Findings;

/// <summary>What happens between a client and its polls.</summary>
internal abstract record PollInput
{
    private PollInput()
    {
    }

    public sealed record SessionBegan(ClockReading At) : PollInput;

    /// <summary>The customer ended it.</summary>
    public sealed record SessionLeft(ClockReading At) : PollInput;

    public sealed record PollBegan(TokenPair Tokens) : PollInput;

    /// <param name="IsSuperseded">A newer poll of the same user came meanwhile.</param>
    /// <param name="OldestEventAt">Null when it brought none.</param>
    public sealed record PollSucceeded(
        ClockReading BeganAt, ClockReading At, bool IsSuperseded, DateTimeOffset? OldestEventAt, bool IsFinal)
            : PollInput;

    /// <param name="At">From when on the client may poll again.</param>
    /// <param name="RefusedWith">Null unless it failed for its tokens.</param>
    public sealed record PollFailed(ClockReading At, TokenPair? RefusedWith) : PollInput;

    /// <param name="IsOwnDoing">False where a fault killed the connection.</param>
    public sealed record PollHungUp(ClockReading BeganAt, ClockReading At, TimeSpan Hold, bool IsOwnDoing) : PollInput;

    /// <summary>An answer that seemed to be on its way did not arrive.</summary>
    public sealed record AnswerLost(bool WasFinal) : PollInput;

    public sealed record EventDropped : PollInput;
}
