namespace CecSim.Simulation.Outbound;

/// <summary>A call that an agent makes to a number, whose fate was drawn before.</summary>
internal sealed class OutboundCall(ContactCentre centre, Agent agent, OutboundPlan plan) : IAgentCall
{
    /// <summary>How long the network takes to reach the customer's phone. No document says.</summary>
    public static readonly TimeSpan SetUp = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan WrapUp = new QueueSettings { Name = "" }.WrapUp;

    private ScheduledTimer? _next;

    public User? Customer => null;

    /// <returns>Why there is no call; null when it was begun.</returns>
    public AgentRefusal? Begin(AgentCall call)
    {
        if (centre.Roster.Apply(agent, new AgentInput.CallOut(call)) is { } refusal)
        {
            return refusal;
        }

        agent.Call = this;
        Later(SetUp, plan.Alerts ? Alert : Fail);
        return null;
    }

    public AgentRefusal? Ask(AgentInput input)
    {
        if (AgentMachine.Decide(agent.State, input, centre.Time.Now) is AgentDecision.Refused refused)
        {
            return refused.Reason;
        }

        if (input is AgentInput.Release)
        {
            End(new AgentInput.Release(WrapUp), AgentCallEnd.HungUp);
        }
        else
        {
            centre.Roster.Apply(agent, input);
        }

        return null;
    }

    // There are no media of a number that an agent calls.
    public void AgentMutes(bool isMuted)
    {
    }

    public AgentRefusal? TransferTo(SkillQueue queue) => AgentRefusal.NotTransferable;

    public bool MayGoTo(SkillQueue queue) => false;

    private void Alert()
    {
        centre.Roster.Apply(agent, new AgentInput.CustomerAlerts());
        if (plan.AnswersAfter is { } wait)
        {
            Later(wait, Answer);
        }
        else
        {
            Later(centre.Settings.RingingMax, Fail);
        }
    }

    private void Answer()
    {
        centre.Roster.Apply(agent, new AgentInput.CustomerAnswers());
        if (plan.TalksFor is { } talk)
        {
            Later(talk, () => End(new AgentInput.CustomerRelease(WrapUp), AgentCallEnd.CustomerHungUp));
        }
    }

    private void Fail() => End(new AgentInput.CallOutFails(), plan.Fate switch
    {
        OutboundOutcome.Busy => AgentCallEnd.Busy,
        OutboundOutcome.WrongNumber => AgentCallEnd.WrongNumber,
        _ => AgentCallEnd.NoAnswer,
    });

    private void End(AgentInput input, AgentCallEnd end)
    {
        centre.Time.Cancel(_next);
        centre.Roster.LetGo(agent, input, end);
    }

    private void Later(TimeSpan wait, Action act) =>
        _next = centre.Time.At(centre.Time.Now + wait, "outbound call", act);
}
