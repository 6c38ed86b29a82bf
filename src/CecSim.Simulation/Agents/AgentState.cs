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
    /// <param name="Phone">How its phone stands, which is called first; null without one.</param>
    public sealed record Dialing(AgentCall Call, PhoneStage? Phone = null) : AgentState;

    /// <param name="Phone">How its phone stands; null without one.</param>
    public sealed record Ringing(AgentCall Call, PhoneStage? Phone = null) : AgentState
    {
        /// <summary>The bar has answered, and waits for the phone to be picked up.</summary>
        public bool IsAnsweredAtBar { get; init; }
    }

    public sealed record Talking(AgentCall Call) : AgentState;

    public sealed record Holding(AgentCall Call) : AgentState;

    /// <summary>Arranging after a call; not offered another one before the end.</summary>
    public sealed record WrapUp(DateTimeOffset EndsAt) : AgentState;
}

/// <summary>A call as its agent sees it.</summary>
/// <param name="CallId"><c>{unix seconds}-{n}</c>, as in the documents' samples.</param>
/// <param name="IsOutbound">Whether the agent called the customer.</param>
public sealed record AgentCall(
    string CallId, string Caller, string Called, MediaAbility Media, bool IsOutbound = false)
{
    /// <summary>The work number of who has handed it on to this agent; null where nobody has.</summary>
    public int? TransferredBy { get; init; }

    /// <summary>The number at the other end.</summary>
    public string Customer => IsOutbound ? Called : Caller;

    /// <summary>That of the customer's call, whose number others may have dialled too.</summary>
    public string AccessCode { get; init; } = Called;

    /// <summary>Whether the customer has dialled a number, and not clicked.</summary>
    public bool IsOfPhone { get; init; }
}

/// <summary>How an agent's phone stands in a call that is not yet connected.</summary>
public enum PhoneStage
{
    /// <summary>Called, and silent so far.</summary>
    Invited,

    /// <summary>It rings.</summary>
    Alerting,

    /// <summary>It was picked up.</summary>
    OffHook,
}

/// <summary>How an agent's call came to its end, as its person is told.</summary>
public enum AgentCallEnd
{
    /// <summary>The agent ended it.</summary>
    HungUp,
    HandedOn,

    /// <summary>The customer, or what connected them, ended a talk.</summary>
    CustomerHungUp,

    /// <summary>The caller left before the agent answered.</summary>
    CallerGaveUp,
    Declined,

    /// <summary>It rang for as long as it may.</summary>
    Missed,

    /// <summary>The customer whom the agent called is on another call.</summary>
    Busy,
    NoAnswer,
    WrongNumber,
}

/// <summary>The call that an agent had last.</summary>
public sealed record AgentLastCall(AgentCall Call, AgentCallEnd End);

/// <summary>The documented values of <c>reason</c>; 200 to 250 are an enterprise's own.</summary>
public static class NotReadyReason
{
    public const int None = 0;
    public const int OwnWish = 1;
    public const int LongNoAnswer = 2;
    public const int ForcedByInspector = 3;
    public const int Rest = 4;
    public const int PhoneUnavailable = 5;
    public const int RejectedCall = 7;
}
