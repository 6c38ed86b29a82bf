namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>One side's half of the key agreement on P-256, used once.</summary>
internal sealed class KeyShare(RandomSource random) : IDisposable
{
    private const byte Uncompressed = 4;

    private readonly ECDiffieHellman _own = random.NewAgreement();

    /// <summary>RFC 8422 section 5.4.1: the uncompressed form is the only one.</summary>
    public byte[] Point
    {
        get
        {
            var point = _own.ExportParameters(includePrivateParameters: false).Q;
            return [Uncompressed, .. point.X!, .. point.Y!];
        }
    }

    /// <summary>Null when the other side's point is not on the curve: RFC 8422 section 5.11.</summary>
    public byte[]? AgreeWith(ReadOnlySpan<byte> point)
    {
        if (point.Length != DtlsCodes.PointLength || point[0] != Uncompressed)
        {
            return null;
        }

        try
        {
            using var other = ECDiffieHellman.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = point[1..33].ToArray(), Y = point[33..].ToArray() },
            });
            return _own.DeriveRawSecretAgreement(other.PublicKey);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Dispose() => _own.Dispose();
}
