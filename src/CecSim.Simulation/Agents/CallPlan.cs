namespace CecSim.Simulation.Agents;

/// <summary>What a simulated agent will do with one call.</summary>
/// <param name="After">From ringing to the first act; null when it lets the phone ring.</param>
/// <param name="TalksFor">From answering to its end of the call; null to talk until the customer ends it.</param>
internal readonly record struct CallPlan(AnswerBehavior Act, TimeSpan? After, TimeSpan? TalksFor)
{
    /// <summary>Draws a plan. Always the same number of draws, so that one agent's habits move no other draw.</summary>
    public static CallPlan Draw(AgentBehavior conduct, SeededRandom random)
    {
        var (first, answered) = (random.Fraction(), random.Fraction());
        var (after, talk) = (random.Within(conduct.AnswersAfter), random.Within(conduct.TalksFor ?? TimeSpan.Zero));
        if (first < conduct.Ignores)
        {
            return new CallPlan(AnswerBehavior.Ignore, null, null);
        }

        if (first < conduct.Ignores + conduct.Declines)
        {
            return new CallPlan(AnswerBehavior.Decline, after, null);
        }

        return answered < conduct.HangsUp
            ? new CallPlan(AnswerBehavior.AnswerAndHangUp, after, TimeSpan.Zero)
            : new CallPlan(AnswerBehavior.Answer, after, conduct.TalksFor is null ? null : talk);
    }
}
