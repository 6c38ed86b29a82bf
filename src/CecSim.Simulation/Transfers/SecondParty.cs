namespace CecSim.Simulation.Transfers;

/// <summary>Whom an agent calls beside its customer, or inside the centre. Guarded by the timeline.</summary>
internal abstract class SecondParty(ContactCentre centre, ISecondPartyOwner owner)
{
    private ScheduledTimer? _next;

    /// <summary>The call as it rings there.</summary>
    public required AgentCall Ringing { get; init; }

    /// <summary>Its phone; null where it has none.</summary>
    public abstract IPhoneLeg? Phone { get; }

    protected ContactCentre Centre => centre;

    protected ISecondPartyOwner Owner => owner;

    /// <summary>The event that tells the agent what became of handing over to it.</summary>
    public abstract AgentNotice ResultOf(AgentCall handed, bool isDone);

    /// <summary>It is called.</summary>
    public abstract void Begin();

    /// <summary>It is in no call of ours any more.</summary>
    public abstract void LetGo();

    protected void Later(TimeSpan wait, Action act) =>
        _next = centre.Time.At(centre.Time.Now + wait, "second party", act);

    protected void NothingIsDue() => centre.Time.Cancel(_next);
}

/// <summary>The call whose agent has called a second party.</summary>
internal interface ISecondPartyOwner
{
    /// <param name="hasEarlyMedia">It is heard before it answers (RFC 3960).</param>
    void SecondRings(bool hasEarlyMedia);

    void SecondAnswers();

    /// <summary>It does not answer, or has hung up.</summary>
    /// <param name="end">How.</param>
    void SecondLeaves(SecondParty second, AgentCallEnd end);

    /// <summary>It holds the call, or comes back.</summary>
    void SecondHolds(bool isHolding);
}
