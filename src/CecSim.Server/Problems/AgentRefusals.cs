using CecSim.Simulation.Agents;

namespace CecSim.Server.Problems;

/// <summary>Why an agent cannot do something, as the control API and SIP tell it.</summary>
internal static class AgentRefusals
{
    /// <summary>The status of a REFER or INVITE of the agent's phone.</summary>
    public static int StatusOf(AgentRefusal refusal) => refusal switch
    {
        AgentRefusal.TargetUnknown or AgentRefusal.QueueUnknown or AgentRefusal.IvrUnknown => 404,
        AgentRefusal.TargetSignedOut or AgentRefusal.QueueClosed => 480,
        AgentRefusal.NoCall or AgentRefusal.NoTransfer => 481,
        AgentRefusal.TargetIsSelf => 482,
        AgentRefusal.NumberWrong => 484,
        AgentRefusal.InCall or AgentRefusal.TargetBusy or AgentRefusal.QueueFull => 486,
        AgentRefusal.TargetOfOtherType or AgentRefusal.QueueOfOtherType => 488,
        AgentRefusal.TransferUnderWay or AgentRefusal.SecondDoesNotAnswer => 491,
        _ => 403,
    };

    /// <summary>What becomes of a REFER that was not done after all, as its last NOTIFY says it.</summary>
    public static int StatusOf(AgentCallEnd? whyNot) => whyNot switch
    {
        null => 200,
        AgentCallEnd.Busy => 486,
        AgentCallEnd.Declined => 603,
        AgentCallEnd.WrongNumber => 404,
        _ => 480,
    };

    /// <summary>The rest of a sentence about an agent.</summary>
    public static string TextOf(AgentRefusal refusal) => refusal switch
    {
        AgentRefusal.Unknown => "it is unknown",
        AgentRefusal.SignedOut => "it is signed out",
        AgentRefusal.AlreadySignedIn => "it is signed in",
        AgentRefusal.NotIdle => "it is not idle",
        AgentRefusal.InCall => "it is in a call",
        AgentRefusal.NoCallRings => "no call rings",
        AgentRefusal.NoCall => "it has no call that it could do that with",
        AgentRefusal.NotHolding => "it holds no call",
        AgentRefusal.NotBusy => "it is not busy",
        AgentRefusal.NotResting => "it does not rest",
        AgentRefusal.NotWorking => "it does not wrap up",
        AgentRefusal.NotTransferable => "it made the call itself, so no queue can take it over",
        AgentRefusal.QueueUnknown => "there is no such queue",
        AgentRefusal.QueueOfOtherType =>
            "the queue is of another type than that of the call (CEC 2.5.0 Agent Connection Bar, table 4-2)",
        AgentRefusal.QueueClosed => "nobody of that queue is on duty",
        AgentRefusal.QueueFull => "as many wait in that queue as may",
        AgentRefusal.TargetUnknown => "nobody has that number",
        AgentRefusal.TargetIsSelf => "that is its own number",
        AgentRefusal.TargetSignedOut => "who would get the call is signed out",
        AgentRefusal.TargetBusy => "who would get the call is in another one, or takes none now",
        AgentRefusal.TargetOfOtherType =>
            "who would get the call cannot process its type (CEC 2.5.0 Agent Connection Bar, table 4-4)",
        AgentRefusal.TargetTakesNoCalls =>
            "a quality checker is given no calls (CEC 2.5.0 Agent Connection Bar, table 4-4)",
        AgentRefusal.NumberWrong => "that is no number that could be dialled",
        AgentRefusal.RoleMayNotCallOut =>
            "only the role callout may call numbers (CEC 2.5.0 Agent Connection Bar, table 4-4)",
        AgentRefusal.TransferUnderWay => "it has called somebody beside its customer already",
        AgentRefusal.NoTransfer => "it has called nobody beside its customer",
        AgentRefusal.SecondDoesNotAnswer => "whom it has called has not answered yet",
        AgentRefusal.RoleMayNotCheck =>
            "only the role qualityChecker may do that (CEC 2.5.0 Agent Connection Bar, table 4-4)",
        AgentRefusal.TargetHasNoCall => "that agent talks with no customer",
        AgentRefusal.IvrUnknown => "the space has no such IVR flow",
        AgentRefusal.RoleMayNotDecline =>
            "only the role callout may reject a call (CEC 2.5.0 Agent Connection Bar, table 4-4)",
        AgentRefusal.NoSoftphone =>
            "its softphone is not registered, as softphoneRequired demands (CEC 2.5.0 Agent Connection Bar, chapter 7)",
        AgentRefusal.NoChat => "it has no text session with that customer",
    };
}
