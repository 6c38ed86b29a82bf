namespace CecSim.Simulation.Outbound;

/// <summary>Whom an agent reaches who calls certain numbers.</summary>
public sealed record OutboundRule
{
    /// <summary>A pattern with <c>*</c> and <c>?</c>.</summary>
    public string Number { get; init; } = "*";

    public OutboundOutcome Fate { get; init; } = OutboundOutcome.Answers;

    /// <summary>From ringing to answering, where the customer answers.</summary>
    public DurationRange AnswersAfter { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>From answering to the customer's hanging up; null to talk until the agent ends the call.</summary>
    public DurationRange? TalksFor { get; init; }
}

/// <summary>What becomes of a number that an agent calls.</summary>
public enum OutboundOutcome
{
    Answers,
    Busy,
    NoAnswer,

    /// <summary>"The possible cause is that the phone number is incorrect" (Connection Bar, table 6-1).</summary>
    WrongNumber,
}
