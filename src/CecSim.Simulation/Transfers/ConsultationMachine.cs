using static CecSim.Simulation.Transfers.ConsultationDecision;
using static CecSim.Simulation.Transfers.ConsultationInput;
using static CecSim.Simulation.Transfers.ConsultationState;

namespace CecSim.Simulation.Transfers;

/// <summary>
/// What becomes of an agent, its customer and a second party that the agent calls for them, as one pure function: the
/// table below is the whole rule.
/// </summary>
public static class ConsultationMachine
{
    public static ConsultationDecision Decide(ConsultationState state, ConsultationInput input) => (state, input) switch
    {
        (None, Consult) => Then(Trying, ConsultationEffect.HoldCustomer, ConsultationEffect.CallSecond),
        (None, HandOn) => Then(Handing, ConsultationEffect.HoldCustomer, ConsultationEffect.CallSecond),
        (None, CustomerLeaves) => Then(Over),
        (None, _) => new Refused(AgentRefusal.NoTransfer),
        (Over, _) => new Refused(AgentRefusal.NoCall),

        // One at a time.
        (_, Consult or HandOn) => new Refused(AgentRefusal.TransferUnderWay),
        (_, CustomerLeaves) => Then(Over, ConsultationEffect.LetSecondGo),

        (Trying, Answers) => Then(Consulting, ConsultationEffect.JoinSecond),
        (Trying, SecondLeaves) => Failed(),
        (Trying, ComeBack) => Back(),
        (Trying, AgentLeaves) => Then(Orphaned, ConsultationEffect.LetAgentGo),
        (Trying, Complete or Confer) => new Refused(AgentRefusal.SecondDoesNotAnswer),

        (Handing, Answers) => HandedOver(),
        (Handing, SecondLeaves) => Failed(),
        (Handing, ComeBack) => Back(),
        (Handing, AgentLeaves) => Then(Orphaned, ConsultationEffect.LetAgentGo),
        (Handing, Complete or Confer) => new Refused(AgentRefusal.SecondDoesNotAnswer),

        (Orphaned, Answers) => Then(Over, ConsultationEffect.GiveToSecond),
        (Orphaned, SecondLeaves) => Then(Over, ConsultationEffect.LetSecondGo, ConsultationEffect.Requeue),
        (Orphaned, _) => new Refused(AgentRefusal.NoCall),

        // Who hangs up in the talk before the transfer has made it.
        (Consulting, Complete or AgentLeaves) => HandedOver(),
        (Consulting, SecondLeaves or ComeBack) => Back(),
        (Consulting, Confer) => Then(Conference, ConsultationEffect.JoinAll),

        (Conference, Complete or AgentLeaves) => HandedOver(),
        (Conference, SecondLeaves or ComeBack) => Back(),
        (Conference, Confer) => new Refused(AgentRefusal.TransferUnderWay),
        (_, Answers) => new Refused(AgentRefusal.NoCallRings),

        _ => throw new InvalidOperationException($"No rule for {input} in {state}."),
    };

    private static Accepted Then(ConsultationState next, params IReadOnlyList<ConsultationEffect> effects) =>
        new(next, effects);

    private static Accepted Back() => Then(None, ConsultationEffect.LetSecondGo, ConsultationEffect.Retrieve);

    private static Accepted Failed() => Then(
        None, ConsultationEffect.TellFailed, ConsultationEffect.LetSecondGo, ConsultationEffect.Retrieve);

    private static Accepted HandedOver() => Then(
        Over, ConsultationEffect.TellDone, ConsultationEffect.LetAgentGo, ConsultationEffect.GiveToSecond);
}

/// <summary>Where an agent, its customer and a second party stand.</summary>
public enum ConsultationState
{
    /// <summary>There is no second party: agent and customer have each other.</summary>
    None,

    /// <summary>It is called, to be talked to before anything else.</summary>
    Trying,

    /// <summary>It is called, and has the customer as soon as it answers.</summary>
    Handing,

    /// <summary>It is called, has the customer as soon as it answers, and the agent has gone.</summary>
    Orphaned,

    /// <summary>Agent and second party talk; the customer hears music.</summary>
    Consulting,

    /// <summary>All three hear each other.</summary>
    Conference,

    /// <summary>The agent has nothing to do with the customer any more.</summary>
    Over,
}

/// <summary>What can happen to the three.</summary>
public enum ConsultationInput
{
    /// <summary>The agent calls a second party to talk to it.</summary>
    Consult,

    /// <summary>The agent hands the customer on to whom it does not talk before.</summary>
    HandOn,

    /// <summary>The second party answers.</summary>
    Answers,

    /// <summary>The second party does not answer, or hangs up.</summary>
    SecondLeaves,

    /// <summary>The agent hands the customer over.</summary>
    Complete,

    /// <summary>The agent goes back to the customer.</summary>
    ComeBack,

    /// <summary>The agent brings all three together.</summary>
    Confer,
    AgentLeaves,
    CustomerLeaves,
}

/// <summary>What is to be done, in this order.</summary>
public enum ConsultationEffect
{
    /// <summary>The customer hears music.</summary>
    HoldCustomer,
    CallSecond,

    /// <summary>Agent and second party hear each other.</summary>
    JoinSecond,

    /// <summary>All three hear each other.</summary>
    JoinAll,
    LetSecondGo,

    /// <summary>The agent is told that it has handed over.</summary>
    TellDone,

    /// <summary>The agent is told that the second party was not reached.</summary>
    TellFailed,

    /// <summary>Agent and customer hear each other again.</summary>
    Retrieve,
    LetAgentGo,

    /// <summary>The second party has the customer.</summary>
    GiveToSecond,

    /// <summary>The customer waits in its queue again.</summary>
    Requeue,
}

/// <summary>What the machine answers: a next state with what is to be done, or a reason why not.</summary>
public abstract record ConsultationDecision
{
    private ConsultationDecision()
    {
    }

    public sealed record Accepted(ConsultationState Next, IReadOnlyList<ConsultationEffect> Effects)
        : ConsultationDecision;

    public sealed record Refused(AgentRefusal Reason) : ConsultationDecision;
}
