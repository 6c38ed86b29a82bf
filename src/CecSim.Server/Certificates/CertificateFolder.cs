namespace CecSim.Server.Certificates;

/// <summary>Where the certificates lie, and under which names.</summary>
internal static class CertificateFolder
{
    public const string AuthorityKey = "ca-key.pem";
    public const string AuthorityForClients = "ca.pem";
    public const string ServerKey = "server-key.pem";

    private const UnixFileMode OfOthers = ~PrivateFile.FolderOfOwner;

    public static string Of(Func<string, string?> variable)
    {
        if (variable("CECSIM_DATA") is { Length: > 0 } named)
        {
            return Path.GetFullPath(named);
        }

        // Not looked at, let alone made: a home that is read-only, or no folder, is told where it is written to.
        var data = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.IsPathFullyQualified(data) ? Path.Combine(data, "cecsim") : Temporary;
    }

    /// <summary>The last resort of a user who has no home, as in some containers.</summary>
    public static string Temporary { get; } = Path.Combine(Path.GetTempPath(), "cecsim");

    /// <summary>
    /// Whether the keys in it can be nobody else's. Where everybody may make folders, whoever came first made it: one
    /// that others can look into is not ours, and one of another user's that they cannot, nor can we.
    /// </summary>
    public static bool IsOwn(string folder) =>
        folder != Temporary || OperatingSystem.IsWindows() || !Directory.Exists(folder)
        || (File.GetUnixFileMode(folder) & OfOthers) == 0;

    /// <summary>What a process that was killed left of files that it did not finish.</summary>
    public static void DeleteUnfinished(string folder)
    {
        foreach (var left in Directory.Exists(folder)
            ? Directory.GetFiles(folder, $"*{PrivateFile.Unfinished}")
            : [])
        {
            File.Delete(left);
        }
    }
}
