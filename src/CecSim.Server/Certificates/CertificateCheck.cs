using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CecSim.Server.Certificates;

/// <summary>
/// Whether a certificate that was found is one to go on with. A damaged one may parse and fail only when it is looked
/// into, which is a no as well.
/// </summary>
internal static class CertificateCheck
{
    private static readonly TimeSpan NearEnd = TimeSpan.FromDays(30);

    public static bool NearsItsEnd(X509Certificate2 certificate, DateTimeOffset now) =>
        certificate.NotAfter.ToUniversalTime() - now < NearEnd;

    public static bool IsAuthority(X509Certificate2 certificate) => Holds(() =>
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(e => e.CertificateAuthority)
        && Leads(certificate, certificate));

    public static bool IsBoundToNames(X509Certificate2 authority) =>
        Holds(() => NameConstraints.DnsOf(authority) is not null);

    public static bool IsServerOf(X509Certificate2 authority, ServerNames names, X509Certificate2 certificate) =>
        Holds(() => names.AreThoseOf(certificate) && Leads(certificate, authority));

    private static bool Leads(X509Certificate2 from, X509Certificate2 authority)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;

        // The time is judged by the caller's clock, which need not be the machine's.
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        return chain.Build(from);
    }

    private static bool Holds(Func<bool> check)
    {
        try
        {
            return check();
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
