namespace CecSim.Server.ConnectionBar.Validation;

/// <summary>What the enterprise's API is sent, and nothing else (Connection Bar, table 5-5).</summary>
internal sealed record ValidationRequest(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("tenantSpaceId")] string TenantSpaceId,
    [property: JsonPropertyName("userAccount")] string UserAccount);
