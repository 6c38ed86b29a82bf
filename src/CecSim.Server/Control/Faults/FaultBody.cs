using System.Text.Json.Nodes;
using CecSim.Simulation;
using CecSim.Simulation.Faults;

namespace CecSim.Server.Control.Faults;

/// <summary>An armed fault, in the words of a scenario.</summary>
/// <param name="When">Null when it always strikes.</param>
/// <param name="Requests">How many requests of its operation it has seen.</param>
/// <param name="Strikes">How many of them it struck.</param>
internal sealed record FaultBody(long Id, string At, JsonNode? When, JsonNode Inject, long Requests, long Strikes)
{
    public static FaultBody Of(ArmedFaultView fault) => new(
        fault.Id,
        fault.Rule.At.Word(),
        fault.Rule.When is FaultWhen.Always ? null : FaultWords.Of(fault.Rule.When),
        FaultWords.Of(fault.Rule.Inject),
        fault.RequestsCount,
        fault.StrikesCount);
}
