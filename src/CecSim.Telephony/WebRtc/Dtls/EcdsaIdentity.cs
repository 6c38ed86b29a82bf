using System.Security.Cryptography.X509Certificates;

namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>One whose key and signatures are of the operating system's own chance.</summary>
internal sealed class EcdsaIdentity : DtlsIdentity
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    // A peer's clock may be behind.
    private static readonly TimeSpan Leeway = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly ECDsa _key;

    public EcdsaIdentity(TimeProvider clock)
        : this(ECDsa.Create(ECCurve.NamedCurves.nistP256), clock.GetUtcNow())
    {
    }

    private EcdsaIdentity(ECDsa key, DateTimeOffset now)
        : base(Certify(key, now)) => _key = key;

    public override byte[] Sign(ReadOnlySpan<byte> data)
    {
        // Calls that are placed at once shake hands on threads of their own.
        lock (_gate)
        {
            return _key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
    }

    public override void Dispose() => _key.Dispose();

    private static byte[] Certify(ECDsa key, DateTimeOffset now)
    {
        var request = new CertificateRequest("CN=CecSim", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(now - Leeway, now + Life);
        return certificate.RawData;
    }
}
