using CecSim.Simulation.Spaces;

namespace CecSim.Simulation.Agents;

/// <summary>What a simulated agent will do with one call.</summary>
/// <param name="After">From ringing to the first act; null when it lets the phone ring.</param>
/// <param name="TalksFor">From answering to its end of the call; null to talk until the customer ends it.</param>
internal readonly record struct CallPlan(FirstAct Act, TimeSpan? After, TimeSpan? TalksFor)
{
    /// <summary>Draws a plan. Always the same number of draws, so that one agent's habits move no other draw.</summary>
    public static CallPlan Draw(AgentConduct conduct, Draws draws)
    {
        var (first, answered) = (draws.Fraction(), draws.Fraction());
        var (after, talk) = (draws.Within(conduct.AnswersAfter), draws.Within(conduct.TalksFor ?? TimeSpan.Zero));
        if (first < conduct.Ignores)
        {
            return new CallPlan(FirstAct.Ignore, null, null);
        }

        if (first < conduct.Ignores + conduct.Declines)
        {
            return new CallPlan(FirstAct.Decline, after, null);
        }

        return answered < conduct.HangsUp
            ? new CallPlan(FirstAct.AnswerAndHangUp, after, TimeSpan.Zero)
            : new CallPlan(FirstAct.Answer, after, conduct.TalksFor is null ? null : talk);
    }
}
