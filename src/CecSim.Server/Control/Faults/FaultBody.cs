using System.Text.Json.Nodes;
using CecSim.Scenarios;
using CecSim.Simulation;
using CecSim.Simulation.Faults;

namespace CecSim.Server.Control.Faults;

/// <summary>An armed fault, in the words of a scenario.</summary>
/// <param name="When">Null when it always strikes.</param>
/// <param name="Match">Null when it strikes everybody.</param>
/// <param name="Seen">How many requests, or events, it has counted.</param>
/// <param name="Strikes">How many of them it struck.</param>
internal sealed record FaultBody(
    long Id, string At, JsonNode? When, JsonNode? Match, JsonNode Inject, long Seen, long Strikes)
{
    public static FaultBody Of(ArmedFaultView fault)
    {
        var rule = ScenarioParts.Write(fault.Rule);
        return new FaultBody(
            fault.Id,
            fault.Rule.At.Word(),
            rule["when"]?.DeepClone(),
            rule["match"]?.DeepClone(),
            rule["inject"]!.DeepClone(),
            fault.SeenCount,
            fault.StrikesCount);
    }
}
