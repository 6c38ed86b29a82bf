using CecSim.Control.Contracts;
using CecSim.Server.Control.Calls;
using CecSim.Server.DryRuns;

namespace CecSim.Server.Control.Scenarios;

/// <summary>Mistakes and trials, as the contract has them.</summary>
internal static class TrialMapping
{
    public static ScenarioMistake ToContract(this Diagnostic wrong) => new(
        wrong.Line,
        wrong.Column,
        VisibleText.Line(wrong.Message),
        wrong.IsWarning,
        wrong.Allowed is { } allowed ? VisibleText.Line(allowed) : null,
        wrong.DidYouMean is { } meant ? VisibleText.Line(meant) : null);

    public static TrialRun ToContract(this DryRun run) => new(
        [.. LadderRow.Folded(run.Rows).Select(ToContract)],
        run.Outcome,
        run.IsSound,
        run.RuleNumber,
        run.Call?.Media.ToContract(),
        run.Call?.UserId,
        run.Call?.ChannelId);

    private static TrialRequest ToContract(IReadOnlyList<LadderRow> rows) => new(
        (long)rows[0].SentAt.TotalMilliseconds,
        (long)rows[^1].AnsweredAt.TotalMilliseconds,
        rows[^1].Operation,
        rows.Count,
        rows[^1].Status,
        rows[^1].ResultCode,
        rows[^1].EventId,
        rows[^1].Note);
}
