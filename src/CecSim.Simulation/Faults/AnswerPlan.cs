namespace CecSim.Simulation.Faults;

/// <summary>How an answer's body goes over the wire: by itself whole, at once, and said to be what it is.</summary>
public sealed record AnswerPlan
{
    public static AnswerPlan Untouched { get; } = new();

    /// <summary>What the body is said to be; null for the truth.</summary>
    public string? ContentType { get; init; }

    /// <summary>The pieces of a body of so many bytes, in their order; null when it comes at once.</summary>
    public Func<int, IEnumerable<AnswerPiece>>? Pieces { get; init; }

    public AnswerEnding Ending { get; init; }
}

/// <param name="End">Where in the body it ends. It begins where the one before it ended.</param>
/// <param name="After">Space time since the answer began.</param>
public readonly record struct AnswerPiece(int End, TimeSpan After);

public enum AnswerEnding
{
    Whole,

    /// <summary>The whole length is announced, half of it comes, and the connection is closed.</summary>
    Truncated,

    /// <summary>Half of it comes as a chunk, then something that is none, and the connection is closed.</summary>
    BrokenChunk,
}
