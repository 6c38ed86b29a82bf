namespace CecSim.Simulation.Queues;

/// <summary>Which number leads to which queue (Connection Bar, table 4-3).</summary>
/// <param name="AccessCode">The number that customers dial: digits.</param>
/// <param name="ExtensionCode">Digits behind it that lead to this queue; null for none.</param>
public sealed record CalledRoute(string AccessCode, string? ExtensionCode, string Queue)
{
    /// <summary>What the calls of this queue are called at; digits that are the call's own follow.</summary>
    public string Prefix => AccessCode + ExtensionCode;
}
