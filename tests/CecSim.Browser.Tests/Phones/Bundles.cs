namespace CecSim.Browser.Tests.Phones;

/// <summary>The phones of <c>tests/browser-phones</c>, as <c>npm run bundle</c> leaves them.</summary>
internal static class Bundles
{
    public static string PathOf(string library)
    {
        var path = Checkout.PathOf("artifacts", "browser-phones", $"{library}-phone.js");
        Assert.True(File.Exists(path), $"{path} is missing: run npm ci and npm run bundle in tests/browser-phones.");
        return path;
    }
}
