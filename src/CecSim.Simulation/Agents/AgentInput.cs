namespace CecSim.Simulation.Agents;

/// <summary>Everything that can happen to an agent, the passing of time included.</summary>
public abstract record AgentInput
{
    private AgentInput()
    {
    }

    public sealed record SignIn : AgentInput;

    public sealed record SignOut : AgentInput;

    public sealed record SetNotReady(int Reason) : AgentInput;

    public sealed record CancelNotReady : AgentInput;

    /// <param name="Allowed">How long the rest may take before the agent is reminded.</param>
    public sealed record SetRest(int Reason, TimeSpan Allowed) : AgentInput;

    public sealed record CancelRest : AgentInput;

    public sealed record SetWork : AgentInput;

    public sealed record CancelWork : AgentInput;

    /// <summary>A call is given to the agent, whose phone rings.</summary>
    /// <param name="Phone">How a phone stands that is called for it; null where it is only said to ring.</param>
    public sealed record Ring(AgentCall Call, PhoneStage? Phone = null) : AgentInput;

    /// <summary>The agent calls a customer.</summary>
    /// <param name="Phone">How the agent's own phone stands, which comes first; null without one.</param>
    public sealed record CallOut(AgentCall Call, PhoneStage? Phone = null) : AgentInput;

    /// <summary>The agent's phone rings.</summary>
    public sealed record PhoneAlerts : AgentInput;

    /// <summary>The agent's phone is picked up.</summary>
    /// <param name="Answers">That answers the call; otherwise the bar has to.</param>
    public sealed record PickUp(bool Answers) : AgentInput;

    /// <summary>The agent's phone cannot be reached.</summary>
    public sealed record PhoneFails : AgentInput;

    /// <summary>The phone of the customer whom the agent calls rings.</summary>
    public sealed record CustomerAlerts : AgentInput;

    public sealed record CustomerAnswers : AgentInput;

    /// <summary>The customer whom the agent calls is not reached.</summary>
    public sealed record CallOutFails : AgentInput;

    public sealed record Answer : AgentInput;

    public sealed record Decline : AgentInput;

    /// <summary>The phone rang for as long as it may.</summary>
    public sealed record LetRing : AgentInput;

    public sealed record Hold : AgentInput;

    public sealed record Retrieve : AgentInput;

    /// <summary>The agent ends the call, or hands it on.</summary>
    public sealed record Release(TimeSpan WrapUp) : AgentInput;

    /// <summary>The customer ended the call, or the call failed.</summary>
    public sealed record CustomerRelease(TimeSpan WrapUp) : AgentInput;

    /// <summary>It is for the call, which decides what becomes of it.</summary>
    internal bool IsOfTransfer => this is Transfer or Consult or Complete or ComeBack or Confer;

    /// <summary>Hands the call on, without a word to who gets it.</summary>
    public sealed record Transfer(TransferTarget Target) : AgentInput;

    /// <summary>Talks to somebody else while the customer hears music.</summary>
    public sealed record Consult(TransferTarget Target) : AgentInput;

    /// <summary>Hands the customer over to whom it has consulted.</summary>
    public sealed record Complete : AgentInput;

    /// <summary>Goes back to the customer.</summary>
    public sealed record ComeBack : AgentInput;

    /// <summary>Brings the customer and whom it has consulted together with itself.</summary>
    public sealed record Confer : AgentInput;

    /// <summary>Who consulted it has handed the customer over.</summary>
    public sealed record TakeOver(AgentCall Call) : AgentInput;

    /// <summary>A quality checker makes it busy.</summary>
    public sealed record ForceNotReady : AgentInput;

    /// <summary>A quality checker makes it ready.</summary>
    public sealed record ForceReady : AgentInput;

    /// <summary>The colleague whom the agent calls is not reached.</summary>
    public sealed record InsideCallFails : AgentInput;

    /// <summary>A deadline may have passed. Safe to send too early, too late or twice.</summary>
    public sealed record Tick : AgentInput;
}
