namespace CecSim.Server.Certificates;

/// <summary>Where the certificates lie, and under which names.</summary>
internal static class CertificateFolder
{
    public const string AuthorityKey = "ca-key.pem";
    public const string AuthorityForClients = "ca.pem";
    public const string ServerKey = "server-key.pem";

    public const UnixFileMode ReadableByAll =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static string Default
    {
        get
        {
            if (Environment.GetEnvironmentVariable("CECSIM_DATA") is { Length: > 0 } named)
            {
                return Path.GetFullPath(named);
            }

            var data = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
            return data.Length == 0 ? Temporary : Path.Combine(data, "cecsim");
        }
    }

    /// <summary>The last resort of a user who has no home, as in some containers.</summary>
    public static string Temporary { get; } = Path.Combine(Path.GetTempPath(), "cecsim");

    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
    }
}
