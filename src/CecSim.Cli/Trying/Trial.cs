using CecSim.Scenarios;

namespace CecSim.Cli.Trying;

/// <summary>What a call of a scenario saw.</summary>
/// <param name="Call">Null when no call was found that comes to the rule.</param>
/// <param name="Outcome">How it ended, in words.</param>
/// <param name="IsSound">The story was told to its end, or its call was refused as CEC refuses one.</param>
internal sealed record Trial(
    Scenario Scenario, int? RuleNumber, TrialCall? Call, IReadOnlyList<Rung> Rungs, string Outcome, bool IsSound)
{
    /// <summary>Tries each rule of a scenario once, each in a space of its own.</summary>
    public static async Task<IReadOnlyList<Trial>> RunAllAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        var trials = new List<Trial>();
        foreach (var (ruleNumber, call) in TrialCall.For(scenario.Space))
        {
            trials.Add(call is null
                ? new Trial(
                    scenario,
                    ruleNumber,
                    null,
                    [],
                    "no call was found that earlier rules leave to this one",
                    IsSound: false)
                : await RunAsync(scenario, call, cancellationToken));
        }

        return trials;
    }

    private static async Task<Trial> RunAsync(Scenario scenario, TrialCall call, CancellationToken cancellationToken)
    {
        await using var server = await FrozenServer.StartAsync(
            call.SpaceFor(scenario.Space), cancellationToken);
        var client = new ModelClient(server, scenario.Space, call, cancellationToken);
        var (outcome, isSound) = await client.PlaceCallAsync();
        return new Trial(scenario, call.RuleNumber, call, client.Rungs, outcome, isSound);
    }
}
