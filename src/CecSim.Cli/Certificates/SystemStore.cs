using System.Security.Cryptography.X509Certificates;
using CecSim.Server.Certificates;

namespace CecSim.Cli.Certificates;

/// <summary>The store of a Linux distribution: a folder for administrators, and a command that makes bundles of it.
/// </summary>
internal static class SystemStore
{
    /// <summary>The folder and the command, by which a distribution is known.</summary>
    private static readonly (string Folder, string Command)[] Known =
    [
        ("/usr/local/share/ca-certificates", "update-ca-certificates"),
        ("/etc/pki/ca-trust/source/anchors", "update-ca-trust"),
        ("/etc/ca-certificates/trust-source/anchors", "update-ca-trust"),
        ("/etc/pki/trust/anchors", "update-ca-certificates"),
    ];

    public static async Task<string?> AddAsync(X509Certificate2 authority, TrustSteps steps)
    {
        if (Find(steps) is not var (folder, command))
        {
            return Unknown;
        }

        var (file, pem) = (FileIn(folder, authority), authority.ExportCertificatePem() + "\n");
        if (File.Exists(file) && File.ReadAllText(file) == pem)
        {
            steps.Say($"is there: {file}");
            return null;
        }

        if (Try(steps, $"write {file}", () => Write(file, pem)) is { } refusal)
        {
            return $"{refusal} Whoever administers this machine can run\n  install -m 644 " +
                $"{LocalAuthority.FileForClientsIn(LocalAuthority.FolderOf(steps.Variable))} {file} && {command}";
        }

        if (await steps.RunAsync(command) is not { } failure)
        {
            return null;
        }

        // What the bundles lack shall not look as if it were in them.
        File.Delete(file);
        return failure;
    }

    public static async Task<string?> RemoveAsync(X509Certificate2 authority, TrustSteps steps)
    {
        if (Find(steps) is not var (folder, command))
        {
            return Unknown;
        }

        var file = FileIn(folder, authority);
        if (!File.Exists(file))
        {
            steps.Say($"is not there: {file}");
            return null;
        }

        return Try(steps, $"delete {file}", () => File.Delete(file)) is { } refusal
            ? $"{refusal} Whoever administers this machine can run\n  rm {file} && {command}"
            : await steps.RunAsync(command);
    }

    private const string Unknown = "this system keeps whom it trusts where cecsim does not know. " +
        "cecsim certs export --pem FILE or --cer FILE writes the certificate, to be imported by hand.";

    // Other users of the machine have a CA of their own.
    private static string FileIn(string folder, X509Certificate2 authority) =>
        Path.Combine(folder, $"cecsim-{TrustName.FingerprintOf(authority)}.crt");

    private static (string Folder, string Command)? Find(TrustSteps steps)
    {
        foreach (var (folder, command) in Known)
        {
            if (Directory.Exists(folder) && steps.Find(command) is { } found)
            {
                return (folder, found);
            }
        }

        return null;
    }

    private static void Write(string file, string pem) =>
        PrivateFile.Write(file, Encoding.ASCII.GetBytes(pem), PrivateFile.ReadableByAll);

    private static string? Try(TrustSteps steps, string what, Action act)
    {
        try
        {
            steps.Do(what, act);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"this user cannot {what} ({e.Message.TrimEnd('.')}).";
        }
    }
}
