using CecSim.Simulation.Journal;

namespace CecSim.Simulation.Breakpoints;

/// <summary>What a fault has paused, as it can be looked at. But for those of an event, secrets are masked.</summary>
/// <param name="Operation">The request's; the poll's that an event is for; whom an INVITE calls.</param>
/// <param name="Who">Null when it is not known.</param>
public sealed record PausedMessage(PauseStage Stage, CecOperation Operation, FaultTargetUser? Who)
{
    /// <summary>Null for an event.</summary>
    public string? Method { get; init; }

    /// <summary>The path with its query; the Request-URI of an INVITE; null for an event.</summary>
    public string? Target { get; init; }

    /// <summary>The answer's, where it is an answer.</summary>
    public int? Status { get; init; }

    /// <summary>Those of the answer, where it is an answer.</summary>
    public IReadOnlyList<JournalHeader> Headers { get; init; } = [];

    /// <summary>That of the answer, where it is an answer; null for none.</summary>
    public JournalBody? Body { get; init; }

    /// <summary>Null for what is no event.</summary>
    public object? Event { get; init; }
}

/// <summary>How far the message has come.</summary>
public enum PauseStage
{
    /// <summary>A request, before anyone looks at its credentials.</summary>
    Request,

    /// <summary>The answer to a request, which has had its effect.</summary>
    Answer,

    /// <summary>An event, before a poll is to have it.</summary>
    Event,

    /// <summary>An INVITE, before anyone looks at what it calls, or before a phone gets it.</summary>
    Invite,
}

/// <summary>A message that stands at a breakpoint.</summary>
/// <param name="Number">No other of its stage in the space ever has it.</param>
/// <param name="Masking">Takes the secrets out of an event, which is told as it is.</param>
public sealed record HeldMessage(long Number, DateTimeOffset Since, PausedMessage Message, Masking Masking)
{
    /// <summary>For example <c>request-3</c>.</summary>
    public string Id { get; } = string.Create(
        CultureInfo.InvariantCulture, $"{Message.Stage.ToString().ToLowerInvariant()}-{Number}");
}
