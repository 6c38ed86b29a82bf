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

/// <summary>The answer of queryAgentInfoByAccount (API reference).</summary>
/// <param name="ReturnCode">0, or 1 when there is no such agent.</param>
internal sealed record AgentOfAccountBody(
    [property: JsonPropertyName("returnCode")] string ReturnCode,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("data")] AgentOfAccountBody.FoundAgent Data)
{
    /// <param name="WorkNo">A number; an empty text when there is no such agent.</param>
    /// <param name="AgentType">4 voice, 5 multimedia, 11 video, 99 versatile.</param>
    internal sealed record FoundAgent(
        [property: JsonPropertyName("workNo")] JsonNode WorkNo,
        [property: JsonPropertyName("agentType")] int? AgentType,
        [property: JsonPropertyName("agentStatus")] string? AgentStatus);
}
