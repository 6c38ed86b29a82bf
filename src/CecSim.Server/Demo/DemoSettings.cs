namespace CecSim.Server.Demo;

/// <summary>What the agent's page begins with.</summary>
internal sealed record DemoSettings(
    [property: JsonPropertyName("space")] string Space,
    [property: JsonPropertyName("accounts")] IReadOnlyList<string> Accounts,
    [property: JsonPropertyName("tenantSpaceId")] string TenantSpaceId,
    [property: JsonPropertyName("accessToken")] string AccessToken,
    [property: JsonPropertyName("numbers")] IReadOnlyList<string> Numbers);

/// <summary>What the customer's page begins with: nothing that is secret.</summary>
/// <param name="Lacks">What the space lacks for a conversation, by the names that the page has words for.</param>
internal sealed record CustomerSettings(
    [property: JsonPropertyName("space")] string Space,
    [property: JsonPropertyName("lacks")] IReadOnlyList<string> Lacks);
