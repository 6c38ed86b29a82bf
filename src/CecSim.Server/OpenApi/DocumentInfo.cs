namespace CecSim.Server.OpenApi;

/// <summary>What both documents begin with.</summary>
internal static class DocumentInfo
{
    public const string Version = "1.0";

    public static JsonObject Of(string title, string description) => new()
    {
        ["title"] = title,
        ["version"] = Version,
        ["description"] = description,
    };

    public static JsonArray Servers() => new(new JsonObject { ["url"] = CecSimArgs.DefaultUrl });
}
