namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>
/// A key and its self-signed certificate. Peers trust the fingerprint in the SDP, not the certificate's names.
/// </summary>
internal abstract class DtlsIdentity(byte[] certificate) : IDisposable
{
    public byte[] Certificate { get; } = certificate;

    public CertificateFingerprint Fingerprint { get; } = CertificateFingerprint.Of(certificate);

    /// <summary>ecdsa_secp256r1_sha256, the one algorithm that P-256 certificates sign with.</summary>
    public abstract byte[] Sign(ReadOnlySpan<byte> data);

    public abstract void Dispose();
}
