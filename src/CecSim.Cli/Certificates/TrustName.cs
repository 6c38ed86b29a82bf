using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CecSim.Cli.Certificates;

/// <summary>What tells one development CA from another in a store.</summary>
internal static class TrustName
{
    private const int CharsOfFingerprint = 12;

    public static string FingerprintOf(X509Certificate2 authority) =>
        authority.GetCertHashString(HashAlgorithmName.SHA256)[..CharsOfFingerprint].ToLowerInvariant();
}
