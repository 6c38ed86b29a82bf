using System.Security.Cryptography.X509Certificates;

namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>The other side's certificate, and what it signed.</summary>
internal static class PeerCertificate
{
    /// <summary>
    /// The first certificate of a Certificate message (RFC 5246 section 7.4.2); empty when there is none.
    /// </summary>
    public static byte[] Read(byte[] body)
    {
        var reader = new ByteReader(body);
        reader.U24();
        var certificate = reader.Take(reader.U24());
        return reader.Overrun ? [] : certificate.ToArray();
    }

    /// <summary>Whether the certificate's key made the signature that the body names: RFC 5246 section 4.7.</summary>
    public static bool Signed(byte[] certificate, ReadOnlySpan<byte> data, ReadOnlySpan<byte> algorithmAndSignature)
    {
        var reader = new ByteReader(algorithmAndSignature);
        var algorithm = reader.U16();
        var signature = reader.Take(reader.U16());
        if (reader.Overrun)
        {
            return false;
        }

        try
        {
            using var parsed = X509CertificateLoader.LoadCertificate(certificate);
            return Signed(parsed, algorithm, data, signature);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static bool Signed(
        X509Certificate2 certificate,
        ushort algorithm,
        ReadOnlySpan<byte> data,
        ReadOnlySpan<byte> signature)
    {
        using var ecdsa = certificate.GetECDsaPublicKey();
        using var rsa = certificate.GetRSAPublicKey();
        return algorithm switch
        {
            DtlsCodes.EcdsaSha256 => Signed(ecdsa, HashAlgorithmName.SHA256, data, signature),
            DtlsCodes.EcdsaSha384 => Signed(ecdsa, HashAlgorithmName.SHA384, data, signature),
            DtlsCodes.RsaSha256 => Signed(rsa, RSASignaturePadding.Pkcs1, data, signature),
            DtlsCodes.RsaPssSha256 => Signed(rsa, RSASignaturePadding.Pss, data, signature),
            _ => false,
        };
    }

    private static bool Signed(
        ECDsa? key,
        HashAlgorithmName hash,
        ReadOnlySpan<byte> data,
        ReadOnlySpan<byte> signature) =>
        key?.VerifyData(data, signature, hash, DSASignatureFormat.Rfc3279DerSequence) == true;

    private static bool Signed(
        RSA? key,
        RSASignaturePadding padding,
        ReadOnlySpan<byte> data,
        ReadOnlySpan<byte> signature) =>
        key?.VerifyData(data, signature, HashAlgorithmName.SHA256, padding) == true;
}
