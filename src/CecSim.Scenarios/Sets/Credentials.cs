namespace CecSim.Scenarios.Sets;

/// <summary>Credentials of a scenario's own, made from its name: the same on every machine and in every run.</summary>
internal static class Credentials
{
    /// <summary>Derives each of the three that the file does not name.</summary>
    public static ParsedScenario Derive(ParsedScenario parsed)
    {
        var space = parsed.Scenario.Space;
        var own = DeriveAll(space);
        return parsed.WithSpace(own with
        {
            AppKey = parsed.Names("appKey") ? space.AppKey : own.AppKey,
            AppSecret = parsed.Names("appSecret") ? space.AppSecret : own.AppSecret,
            TenantSpaceId = parsed.Names("tenantSpaceId") ? space.TenantSpaceId : own.TenantSpaceId,
        });
    }

    public static SpaceSettings DeriveAll(SpaceSettings space) => space with
    {
        AppKey = $"cecsim-{space.Name}-key",
        AppSecret = $"cecsim-{space.Name}-secret",
        TenantSpaceId = TenantSpaceIdFrom(space.Name),
    };

    /// <summary>Twelve digits, like the documents' samples. FNV-1a, since .NET's own hash changes per run.</summary>
    private static string TenantSpaceIdFrom(string name)
    {
        var hash = 14_695_981_039_346_656_037;
        foreach (var b in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ b) * 1_099_511_628_211);
        }

        return $"2024{hash % 100_000_000:D8}";
    }
}
