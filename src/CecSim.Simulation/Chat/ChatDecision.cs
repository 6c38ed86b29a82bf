namespace CecSim.Simulation.Chat;

/// <summary>What the machine answers: the next state with what follows from it, or a reason why not.</summary>
public abstract record ChatDecision
{
    private ChatDecision()
    {
    }

    public sealed record Accepted(ChatState Next, ChatEffect Effect = ChatEffect.None) : ChatDecision;

    public sealed record Refused(Refusal Reason) : ChatDecision;
}
