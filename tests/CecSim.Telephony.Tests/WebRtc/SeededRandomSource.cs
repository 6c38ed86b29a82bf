using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography.X509Certificates;

namespace CecSim.Telephony.Tests.WebRtc;

/// <summary>The same bytes, keys and signatures for the same seed, so that a call can be had again.</summary>
internal sealed class SeededRandomSource(int seed) : RandomSource
{
    private static readonly BigInteger Order = BigInteger.Parse(
        "0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551",
        System.Globalization.NumberStyles.HexNumber);

    private readonly byte[] _block = new byte[32];
    private int _left;
    private long _blocks;

    public override void Fill(Span<byte> bytes)
    {
        Span<byte> number = stackalloc byte[12];
        foreach (ref var one in bytes)
        {
            if (_left == 0)
            {
                BinaryPrimitives.WriteInt32BigEndian(number, seed);
                BinaryPrimitives.WriteInt64BigEndian(number[4..], _blocks++);
                _left = SHA256.HashData(number, _block);
            }

            one = _block[^_left--];
        }
    }

    public override ECDiffieHellman NewAgreement() => ECDiffieHellman.Create(KeyOf(Scalar()));

    public override DtlsIdentity NewIdentity(TimeProvider clock)
    {
        var key = new Key(Scalar());
        var request = new CertificateRequest(
            new X500DistinguishedName("CN=CecSim"), key.PublicKey, HashAlgorithmName.SHA256);
        var now = clock.GetUtcNow();
        using var certificate = request.Create(
            request.SubjectName, key, now - TimeSpan.FromDays(1), now + TimeSpan.FromDays(1), [1, .. Bytes(7)]);
        return new Identity(key, certificate.RawData);
    }

    private static ECParameters KeyOf(byte[] scalar) => new() { Curve = ECCurve.NamedCurves.nistP256, D = scalar };

    private static BigInteger Read(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    // The first bit is left out, which keeps it below the order.
    private byte[] Scalar()
    {
        var bytes = Bytes(32);
        bytes[0] &= 0x7F;
        bytes[31] |= 1;
        return bytes;
    }

    /// <summary>Signs with a number that follows from what it signs, as in RFC 6979, and not from chance.</summary>
    private sealed class Key(byte[] scalar) : X509SignatureGenerator
    {
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm)
        {
            using var key = ECDsa.Create(KeyOf(scalar));
            return CreateForECDsa(key).GetSignatureAlgorithmIdentifier(hashAlgorithm);
        }

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm)
        {
            var once = HMACSHA256.HashData(scalar, data);
            once[0] &= 0x7F;
            using var point = ECDsa.Create(KeyOf(once));
            var r = Read(point.ExportParameters(includePrivateParameters: false).Q.X) % Order;
            var inverse = BigInteger.ModPow(Read(once), Order - 2, Order);
            var s = inverse * (Read(SHA256.HashData(data)) + (r * Read(scalar))) % Order;
            var writer = new AsnWriter(AsnEncodingRules.DER);
            using (writer.PushSequence())
            {
                writer.WriteInteger(r);
                writer.WriteInteger(s);
            }

            return writer.Encode();
        }

        protected override PublicKey BuildPublicKey()
        {
            using var key = ECDsa.Create(KeyOf(scalar));
            return new PublicKey(key);
        }
    }

    private sealed class Identity(Key key, byte[] certificate) : DtlsIdentity(certificate)
    {
        public override byte[] Sign(ReadOnlySpan<byte> data) => key.SignData(data.ToArray(), HashAlgorithmName.SHA256);

        public override void Dispose()
        {
        }
    }
}
