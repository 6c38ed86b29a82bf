using System.Text.Json.Serialization;

namespace CecSim.Server.AgentInfo;

/// <summary>The answer of queryAgentInfo (Connection Bar, table 5-4). It has no result code around it.</summary>
/// <param name="SipServiceIp">Where agents' phones register; null, and so absent, while no registrar runs.</param>
internal sealed record AgentInfoBody(
    [property: JsonPropertyName("sipServiceIp")] string? SipServiceIp,
    [property: JsonPropertyName("sipServicePort")] int? SipServicePort,
    [property: JsonPropertyName("agents")] IReadOnlyList<AgentInfoBody.AgentBody> Agents)
{
    /// <param name="AccountCode">Null, and so absent, when no business account is linked.</param>
    /// <param name="SipPwd">In plain text, as CEC sends it.</param>
    internal sealed record AgentBody(
        [property: JsonPropertyName("workNo")] int WorkNo,
        [property: JsonPropertyName("accountCode")] string? AccountCode,
        [property: JsonPropertyName("sipAccount")] string? SipAccount,
        [property: JsonPropertyName("sipPwd")] string? SipPwd);
}
