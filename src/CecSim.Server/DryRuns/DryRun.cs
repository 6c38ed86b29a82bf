using System.Runtime.CompilerServices;

namespace CecSim.Server.DryRuns;

/// <summary>What a call of a scenario saw.</summary>
/// <param name="Call">Null when no call was found that comes to the rule.</param>
/// <param name="Outcome">How it ended, in words.</param>
/// <param name="IsSound">The story was told to its end, or its call was refused as CEC refuses one.</param>
public sealed record DryRun(
    Scenario Scenario, int? RuleNumber, DryRunCall? Call, IReadOnlyList<LadderRow> Rows, string Outcome, bool IsSound)
{
    /// <summary>Tries each rule of a scenario once, each in a space of its own.</summary>
    public static async IAsyncEnumerable<DryRun> RunAllAsync(
        Scenario scenario, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (ruleNumber, call) in DryRunCall.For(scenario.Space))
        {
            yield return call is null
                ? new DryRun(
                    scenario,
                    ruleNumber,
                    null,
                    [],
                    "no call was found that earlier rules leave to this one",
                    IsSound: false)
                : await RunAsync(scenario, call, cancellationToken);
        }
    }

    private static async Task<DryRun> RunAsync(Scenario scenario, DryRunCall call, CancellationToken cancellationToken)
    {
        await using var server = await FrozenServer.StartAsync(
            call.SpaceFor(scenario.Space), cancellationToken);
        var client = new ModelClient(server, scenario.Space, call, cancellationToken);
        var (outcome, isSound) = await client.PlaceCallAsync();
        return new DryRun(scenario, call.RuleNumber, call, client.Rows, outcome, isSound);
    }
}
