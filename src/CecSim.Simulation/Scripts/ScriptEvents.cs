using System.Diagnostics;

namespace CecSim.Simulation.Scripts;

/// <summary>What the events of a script do to their call.</summary>
internal static class ScriptEvents
{
    /// <param name="state">A release after a drop is the customer's, unless the script says otherwise.</param>
    public static CallInput InputOf(ScriptStep.EventStep step, CallState state) => step switch
    {
        ScriptStep.Queued => new CallInput.StartQueuing(),
        ScriptStep.Connected => new CallInput.Connect(),
        ScriptStep.Transferred => new CallInput.Transfer(),
        ScriptStep.Released s => new CallInput.Release(
            s.Cause.Or(state == CallState.Dropped ? Cause.Dropped : Cause.Released)),
        ScriptStep.QueueTimeout s => new CallInput.QueueTimeout(s.Cause.Or(Cause.QueueTimeout)),
        ScriptStep.Failed s => new CallInput.Fail(s.Cause.Or(Cause.Failed)),
        ScriptStep.Unknown s => new CallInput.UnknownEvent(s.EventId, s.IsFinal),
        _ => throw new UnreachableException(),
    };
}
