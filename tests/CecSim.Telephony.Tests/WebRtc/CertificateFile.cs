using System.Security.Cryptography.X509Certificates;

namespace CecSim.Telephony.Tests.WebRtc;

/// <summary>A certificate and its key, as OpenSSL reads them.</summary>
internal static class CertificateFile
{
    public static string WriteEcdsa(string folder, out CertificateFingerprint fingerprint)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=peer", key, HashAlgorithmName.SHA256);
        return Write(folder, request, key, out fingerprint);
    }

    public static string WriteRsa(string folder, out CertificateFingerprint fingerprint)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=peer", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return Write(folder, request, key, out fingerprint);
    }

    private static string Write(
        string folder, CertificateRequest request, AsymmetricAlgorithm key, out CertificateFingerprint fingerprint)
    {
        var from = DateTimeOffset.UnixEpoch;
        using var certificate = request.CreateSelfSigned(from, from.AddYears(99));
        fingerprint = CertificateFingerprint.Of(certificate.RawData);
        var file = Path.Combine(folder, $"{certificate.Thumbprint}.pem");
        File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return file;
    }
}
