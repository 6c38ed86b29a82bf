using System.Diagnostics;
using CecSim.Simulation.Calls;

namespace CecSim.Simulation.Scripts;

/// <summary>How far a call has come in its script.</summary>
/// <param name="Position">The index of the step that comes next.</param>
internal readonly record struct ScriptRun(Script Script, int Position)
{
    public ScriptStep? Step => Position < Script.Steps.Count ? Script.Steps[Position] : null;

    public ScriptRun Past => this with { Position = Position + 1 };

    /// <summary>What a step does to its call; null for the steps that are time.</summary>
    public static CallInput? InputOf(ScriptStep step) => step switch
    {
        ScriptStep.Queued => new CallInput.StartQueuing(),
        ScriptStep.Connected => new CallInput.Connect(),
        ScriptStep.Transferred => new CallInput.Transfer(),
        ScriptStep.Released s => new CallInput.Release(s.Cause),
        ScriptStep.QueueTimeout s => new CallInput.QueueTimeout(s.Cause),
        ScriptStep.Failed s => new CallInput.Fail(s.Cause),
        ScriptStep.Wait or ScriptStep.Silent => null,
        _ => throw new UnreachableException(),
    };
}
