namespace CecSim.Server.Demo;

/// <summary>What the demo's page begins with.</summary>
internal sealed record DemoSettings(
    [property: JsonPropertyName("accounts")] IReadOnlyList<string> Accounts,
    [property: JsonPropertyName("tenantSpaceId")] string TenantSpaceId,
    [property: JsonPropertyName("accessToken")] string AccessToken,
    [property: JsonPropertyName("numbers")] IReadOnlyList<string> Numbers);
