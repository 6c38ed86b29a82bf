using System.Security.Cryptography.X509Certificates;

namespace CecSim.Cli.Calling;

/// <summary>Trust in one more CA than the machine's own.</summary>
internal static class ExtraTrust
{
    /// <exception cref="System.Security.Cryptography.CryptographicException">The file holds no certificate.</exception>
    public static X509ChainPolicy Of(string file)
    {
        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"There is no file {file}.");
        }

        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(file));
        foreach (var location in new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine })
        {
            using var machine = new X509Store(StoreName.Root, location, OpenFlags.ReadOnly);
            policy.CustomTrustStore.AddRange(machine.Certificates);
        }

        return policy;
    }
}
