namespace CecSim.Tests;

/// <summary>The checkout that the tests were built in.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <param name="parts">Folders and a file, from the root.</param>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    // Not [CallerFilePath]: a deterministic build rewrites that path.
    private static string FindRoot(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No global.json above the test binaries.");
    }
}
