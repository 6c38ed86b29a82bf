namespace CecSim.Server.Tests.OpenApi;

/// <summary>Files of the repository that the tests were built from.</summary>
internal static class CheckedOut
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CecSim.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests were moved out of the repository.");
    }
}
