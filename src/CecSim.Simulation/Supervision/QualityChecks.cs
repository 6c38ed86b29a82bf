namespace CecSim.Simulation.Supervision;

/// <summary>What quality checkers do with the calls and states of others (Connection Bar, table 4-4).</summary>
public sealed class QualityChecks
{
    private readonly ContactCentre _centre;

    internal QualityChecks(ContactCentre centre) => _centre = centre;

    /// <summary>Takes part in the call of an agent, or does so in another way from now on.</summary>
    /// <param name="checker">The work number of the quality checker.</param>
    /// <returns>Why not; null when it is done, or its phone is called for it.</returns>
    public AgentRefusal? Supervise(int checker, int workNo, SupervisionMode mode)
    {
        using var lockScope = _centre.Time.Enter();
        if (WhyNot(checker) is { } refusal)
        {
            return refusal;
        }

        var own = _centre.Roster.Find(checker)!;
        if (_centre.Roster.Find(workNo) is not { } agent)
        {
            return AgentRefusal.TargetUnknown;
        }

        if (agent is not { Call: QueuedCall call, State: AgentState.Talking or AgentState.Holding })
        {
            return AgentRefusal.TargetHasNoCall;
        }

        if (own.Call is SupervisedCall now)
        {
            return now.IsOf(call) ? now.Change(mode) : AgentRefusal.InCall;
        }

        return own.State is AgentState.Ready ? new SupervisedCall(_centre, call, own).Begin(agent, mode)
            : AgentRefusal.NotIdle;
    }

    /// <summary>Makes an agent busy, or ready again.</summary>
    /// <param name="checker">The work number of the quality checker.</param>
    /// <returns>Why not; null when it is done.</returns>
    public AgentRefusal? Force(int checker, int workNo, bool isReady)
    {
        using var lockScope = _centre.Time.Enter();
        return WhyNot(checker)
            ?? (_centre.Roster.Find(workNo) is not { } agent ? AgentRefusal.TargetUnknown
            : _centre.Roster.Apply(agent, isReady ? new AgentInput.ForceReady() : new AgentInput.ForceNotReady()));
    }

    private AgentRefusal? WhyNot(int checker) =>
        _centre.Roster.Find(checker) is not { } agent ? AgentRefusal.Unknown
        : agent.Settings.Role is not AgentRole.QualityChecker ? AgentRefusal.RoleMayNotCheck
        : agent.State is AgentState.SignedOut ? AgentRefusal.SignedOut
        : null;
}
