namespace CecSim.Simulation.Agents;

/// <summary>How a simulated agent acts. Shares are of its calls, from 0 to 1, drawn from the space's seed.</summary>
public sealed record AgentBehavior
{
    /// <summary>From ringing to answering.</summary>
    public DurationRange AnswersAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From answering to ending the call; null to talk until the customer ends it.</summary>
    public DurationRange? TalksFor { get; init; }

    /// <summary>The share of calls that it rejects instead of answering.</summary>
    public double Declines { get; init; }

    /// <summary>The share of calls that it lets ring until the ringing ends.</summary>
    public double Ignores { get; init; }

    /// <summary>The share of answered calls that it hangs up on at once.</summary>
    public double HangsUp { get; init; }

    /// <summary>The queue that it transfers to at the end of its talk instead of ending the call.</summary>
    public string? TransfersTo { get; init; }

    public AgentRest? Rests { get; init; }

    /// <summary>When it is signed in; null for always.</summary>
    public DailyHours? Shift { get; init; }
}

/// <summary>What a simulated agent does when its phone rings.</summary>
internal enum AnswerBehavior
{
    Answer,
    AnswerAndHangUp,
    Decline,
    Ignore,
}
