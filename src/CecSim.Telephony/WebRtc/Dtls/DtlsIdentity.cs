using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>
/// A key and its self-signed certificate. Peers trust the fingerprint in the SDP, not the certificate's names.
/// </summary>
internal sealed class DtlsIdentity : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    // A peer's clock may be behind.
    private static readonly TimeSpan Leeway = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public DtlsIdentity(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var request = new CertificateRequest("CN=CecSim", _key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(now - Leeway, now + Life);
        Certificate = certificate.RawData;
        Fingerprint = CertificateFingerprint.Of(Certificate);
    }

    public byte[] Certificate { get; }

    public CertificateFingerprint Fingerprint { get; }

    /// <summary>ecdsa_secp256r1_sha256, the one algorithm that P-256 certificates sign with.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        // Calls that are placed at once shake hands on threads of their own.
        lock (_gate)
        {
            return _key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
    }

    public void Dispose() => _key.Dispose();
}
