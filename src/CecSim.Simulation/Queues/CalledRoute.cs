namespace CecSim.Simulation.Queues;

/// <summary>Which number leads to which queue, or IVR flow (Connection Bar, table 4-3).</summary>
/// <param name="AccessCode">The number that customers dial: digits.</param>
/// <param name="ExtensionCode">Digits behind it that lead there; null for none.</param>
/// <param name="Queue">Null where a flow is named.</param>
public sealed record CalledRoute(string AccessCode, string? ExtensionCode, string? Queue)
{
    /// <summary>The flow that a caller comes to; null where a queue is named.</summary>
    public string? Ivr { get; init; }

    /// <summary>What the calls of this queue are called at; digits that are the call's own follow.</summary>
    public string Prefix => AccessCode + ExtensionCode;
}
