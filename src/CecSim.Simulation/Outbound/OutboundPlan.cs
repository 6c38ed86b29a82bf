namespace CecSim.Simulation.Outbound;

/// <summary>What one customer who is called will do.</summary>
/// <param name="AnswersAfter">From ringing; null for never.</param>
/// <param name="TalksFor">Null to talk until the agent ends the call.</param>
internal readonly record struct OutboundPlan(OutboundOutcome Fate, TimeSpan? AnswersAfter, TimeSpan? TalksFor)
{
    /// <summary>Its person decides, at a registered phone.</summary>
    public static readonly OutboundPlan OfPhone = new(OutboundOutcome.Answers, null, null) { IsPhone = true };

    private const int DigitsMax = 24;

    private static readonly OutboundRule Wrong = new() { Fate = OutboundOutcome.WrongNumber };

    /// <summary>Whether a registered phone is called, and not a simulated customer.</summary>
    public bool IsPhone { get; private init; }

    /// <summary>Whether the phone rings at all.</summary>
    public bool Alerts => Fate is OutboundOutcome.Answers or OutboundOutcome.NoAnswer;

    /// <summary>Draws a plan. Always the same number of draws, so that one number's fate moves no other.</summary>
    public static OutboundPlan Draw(IReadOnlyList<OutboundRule> rules, string number, SeededRandom random)
    {
        var rule = !CanBeDialed(number)
            ? Wrong
            : rules.FirstOrDefault(r => Glob.Covers(r.Number, number)) ?? new OutboundRule();
        var (after, talk) = (random.Within(rule.AnswersAfter), random.Within(rule.TalksFor ?? TimeSpan.Zero));
        return rule.Fate is OutboundOutcome.Answers
            ? new OutboundPlan(rule.Fate, after, rule.TalksFor is null ? null : talk)
            : new OutboundPlan(rule.Fate, null, null);
    }

    public static bool CanBeDialed(string number) =>
        number.Length is > 0 and <= DigitsMax
        && number.TrimStart('+').All(c => char.IsAsciiDigit(c) || c is '*' or '#')
        && number.Any(char.IsAsciiDigit);
}
