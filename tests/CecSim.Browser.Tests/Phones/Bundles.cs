namespace CecSim.Browser.Tests.Phones;

/// <summary>The phones of <c>tests/browser-phones</c>, as <c>npm run bundle</c> leaves them.</summary>
internal static class Bundles
{
    /// <summary>The root of the checkout.</summary>
    public static string Root { get; } = FindRoot();

    public static string PathOf(string library)
    {
        var path = Path.Combine(Root, "artifacts", "browser-phones", $"{library}-phone.js");
        Assert.True(File.Exists(path), $"{path} is missing: run npm ci and npm run bundle in tests/browser-phones.");
        return path;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No global.json above the test binaries.");
    }
}
