using CecSim.Control.Contracts;
using CecSim.Simulation.Faults;

namespace CecSim.Server.Control.Faults;

/// <summary>Armed faults, as the control API tells them: in the words of a scenario.</summary>
internal static class FaultMapping
{
    public static ArmedFault ToContract(this ArmedFaultView fault)
    {
        var rule = ScenarioParts.Write(fault.Rule);
        return new ArmedFault(
            fault.Id,
            fault.Rule.At.Word(),
            rule["when"] is { } when ? ElementOf(when) : null,
            rule["match"] is { } match ? ElementOf(match) : null,
            ElementOf(rule["inject"]!),
            fault.SeenCount,
            fault.StrikesCount);
    }

    private static JsonElement ElementOf(JsonNode node) => JsonElement.Parse(node.ToJsonString());
}
