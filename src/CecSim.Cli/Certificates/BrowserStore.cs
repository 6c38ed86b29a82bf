using System.Security.Cryptography.X509Certificates;
using CecSim.Server.Certificates;

namespace CecSim.Cli.Certificates;

/// <summary>The NSS database of this user, in which Chromium and Chrome on Linux look.</summary>
internal static class BrowserStore
{
    private const string Program = "certutil";
    private const string CertificateFile = "cert9.db";

    public static async Task<string?> AddAsync(X509Certificate2 authority, TrustSteps steps)
    {
        if (Find(steps) is not var (certutil, folder))
        {
            return Unknown;
        }

        var (database, name) = ($"sql:{folder}", NameOf(authority));
        if (!File.Exists(Path.Combine(folder, CertificateFile)))
        {
            try
            {
                steps.Do($"make {folder}", () => PrivateFile.CreateFolder(folder));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return $"this user cannot make {folder} ({e.Message.TrimEnd('.')}).";
            }

            if (await steps.RunAsync(certutil, "-d", database, "-N", "--empty-password") is { } failure)
            {
                return failure;
            }
        }
        else if (await steps.SucceedsAsync(certutil, "-d", database, "-L", "-n", name))
        {
            steps.Say($"is there: {name} in {folder}");
            return null;
        }

        var file = LocalAuthority.FileForClientsIn(LocalAuthority.FolderOf(steps.Variable));
        var refusal = await steps.RunAsync(certutil, "-d", database, "-A", "-t", "C,,", "-n", name, "-i", file);
        if (refusal is null)
        {
            steps.Say("A browser that runs takes it up when it is started anew. Firefox has a store in each profile.");
        }

        return refusal;
    }

    public static async Task<string?> RemoveAsync(X509Certificate2 authority, TrustSteps steps)
    {
        if (Find(steps) is not var (certutil, folder))
        {
            return Unknown;
        }

        var (database, name) = ($"sql:{folder}", NameOf(authority));
        if (!File.Exists(Path.Combine(folder, CertificateFile))
            || !await steps.SucceedsAsync(certutil, "-d", database, "-L", "-n", name))
        {
            steps.Say($"is not there: {name} in {folder}");
            return null;
        }

        return await steps.RunAsync(certutil, "-d", database, "-D", "-n", name);
    }

    private const string Unknown = "NSS's certutil is not here. Install libnss3-tools (Debian, Ubuntu), nss-tools " +
        "(Fedora) or nss (Arch), or leave the browser out with --store system.";

    private static string NameOf(X509Certificate2 authority) => $"cecsim-{TrustName.FingerprintOf(authority)}";

    // A program of Windows has the same name and does something else.
    private static (string Program, string Folder)? Find(TrustSteps steps) =>
        OperatingSystem.IsLinux() && steps.Find(Program) is { } found && steps.Variable("HOME") is { Length: > 0 } home
            ? (found, Path.Combine(home, ".pki", "nssdb"))
            : null;
}
