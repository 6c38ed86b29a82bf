using CecSim.Simulation.Scripts;

namespace CecSim.Scenarios.Calls;

/// <summary>What one step needs to have happened, and what it makes of a call.</summary>
internal static class OrderRules
{
    private const Standing InHand = Standing.Queued | Standing.Connected;

    /// <param name="before">How the call may stand by its own script.</param>
    /// <param name="possible">How it may stand by whatever else happens to it.</param>
    /// <returns>Null when the step can be as it is.</returns>
    public static string? WhyWrong(ScriptStep step, Standing before, Standing possible, bool isAnyOrderRight) =>
        before == Standing.Dropped ? WhyInVain(step)
        : isAnyOrderRight ? null
        : WhatIsMissing(step, possible) is { } missing
            ? $"'{StepWords.Of((ScriptStep.Told)step)}' cannot come without {missing} before it, " +
              $"unless '{ScriptOrder.Anyway}: true' stands beside 'script'"
        : null;

    public static Standing After(ScriptStep step, Standing before) => step switch
    {
        ScriptStep.Queued => Unless(before, Standing.Queued),
        ScriptStep.Connected => Unless(before, Standing.Connected),
        ScriptStep.Released or ScriptStep.QueueTimeout or ScriptStep.Failed or ScriptStep.Silent => Standing.Nowhere,
        ScriptStep.Unknown { IsFinal: true } => Standing.Nowhere,
        _ => before,
    };

    private static string? WhyInVain(ScriptStep step) => step switch
    {
        ScriptStep.Queued or ScriptStep.Connected or ScriptStep.Transferred or ScriptStep.Unknown { IsFinal: false } =>
            "never seen: after the drop only the end of the call is told",
        ScriptStep.Await { Action: CallAction.Drop } => "never comes: the call has been dropped",
        _ => null,
    };

    private static string? WhatIsMissing(ScriptStep step, Standing possible) => step switch
    {
        ScriptStep.QueueTimeout when (possible & (Standing.Queued | Standing.Dropped)) == 0 => "'queued'",
        ScriptStep.Transferred when (possible & InHand) == 0 => "'queued' or 'connected'",
        ScriptStep.Released when (possible & (InHand | Standing.Dropped)) == 0 => "'queued' or 'connected'",
        _ => null,
    };

    // A dropped call stays one.
    private static Standing Unless(Standing before, Standing after) =>
        (before & Standing.Dropped) | ((before & ~Standing.Dropped) == 0 ? Standing.Nowhere : after);
}
