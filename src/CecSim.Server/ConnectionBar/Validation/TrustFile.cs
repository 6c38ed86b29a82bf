using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CecSim.Server.ConnectionBar.Validation;

/// <summary>
/// The certificate that an enterprise hands in "to verify the validity of the HTTPS website" (Connection Bar, 5.3): its
/// CA, or the website's own. Nobody else is trusted then.
/// </summary>
internal sealed class TrustFile
{
    private readonly X509Certificate2Collection _certificates;

    private TrustFile(X509Certificate2Collection certificates) => _certificates = certificates;

    /// <exception cref="TrustFileException">There is no certificate in it.</exception>
    public static TrustFile Read(string file)
    {
        try
        {
            var text = File.ReadAllText(file);
            var certificates = new X509Certificate2Collection();
            if (text.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal))
            {
                certificates.ImportFromPem(text);
            }
            else
            {
                certificates.Add(X509CertificateLoader.LoadCertificateFromFile(file));
            }

            return new TrustFile(certificates);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new TrustFileException($"the certificate file {file} cannot be read: {e.Message}", e);
        }
    }

    public bool Accepts(object sender, X509Certificate? presented, X509Chain? sent, SslPolicyErrors errors)
    {
        if (presented is not X509Certificate2 certificate
            || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            return false;
        }

        if (_certificates.Any(c => c.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span)))
        {
            return true;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_certificates);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        if (sent is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        }

        return chain.Build(certificate);
    }
}
