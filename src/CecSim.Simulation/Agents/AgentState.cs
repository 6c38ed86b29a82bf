namespace CecSim.Simulation.Agents;

/// <summary>Where an agent stands. Each state carries only what is true in that state.</summary>
public abstract record AgentState
{
    private AgentState()
    {
    }

    /// <summary>The call that an agent in this state has, from ringing or dialing to release.</summary>
    internal AgentCall? AnyCall => this switch
    {
        Dialing s => s.Call,
        Ringing s => s.Call,
        Talking s => s.Call,
        Holding s => s.Call,
        _ => null,
    };

    public sealed record SignedOut : AgentState;

    /// <summary>Idle: free for the next call.</summary>
    public sealed record Ready : AgentState;

    /// <summary>Busy by its own or another's will. A reason is one of <see cref="NotReadyReason"/>.</summary>
    public sealed record NotReady(int Reason) : AgentState;

    /// <param name="ReminderAt">When the reminder is due; null once it was given.</param>
    public sealed record Resting(int Reason, DateTimeOffset? ReminderAt) : AgentState;

    /// <summary>Wrap-up by the agent's own wish, until it ends it.</summary>
    public sealed record Working : AgentState;

    /// <summary>The agent calls a customer, who has not answered.</summary>
    public sealed record Dialing(AgentCall Call) : AgentState;

    public sealed record Ringing(AgentCall Call) : AgentState;

    public sealed record Talking(AgentCall Call) : AgentState;

    public sealed record Holding(AgentCall Call) : AgentState;

    /// <summary>Arranging after a call; not offered another one before the end.</summary>
    public sealed record WrapUp(DateTimeOffset EndsAt) : AgentState;
}
