namespace CecSim.Browser.Tests.Driven;

/// <summary>What people set in a browser, set for a page by its extension <c>tests/browser-settings</c>.</summary>
internal static class Settings
{
    public static string Folder { get; } = Checkout.PathOf("tests", "browser-settings");

    /// <returns>An expression that asks for it; it comes true a while later.</returns>
    public static string Wanted(object settings)
    {
        var detail = JsonSerializer.Serialize(JsonSerializer.Serialize(settings));
        return $"dispatchEvent(new CustomEvent('cecsim-settings', {{ detail: {detail} }}))";
    }
}
