using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>The bodies of the server's first flight.</summary>
internal static class ServerMessages
{
    public static byte[] Hello(ClientHello client, byte[] random, SrtpProfile profile)
    {
        var extensions = new ByteWriter();
        if (client.ExtendedMasterSecret)
        {
            extensions.U16((int)HelloExtension.ExtendedMasterSecret).Vector16([]);
        }

        if (client.SecureRenegotiation)
        {
            extensions.U16((int)HelloExtension.RenegotiationInfo).Vector16([0]);
        }

        // One profile and no master key identifier: RFC 5764 section 4.1.1.
        extensions.U16((int)HelloExtension.UseSrtp).U16(5).U16(2).U16((int)profile).U8(0);
        extensions.U16((int)HelloExtension.PointFormats).U16(2).Vector8([DtlsCodes.UncompressedPoint]);
        return new ByteWriter()
            .U16(DtlsCodes.Version12)
            .Bytes(random)
            .Vector8([])
            .U16(DtlsCodes.Suite)
            .U8(0)
            .Vector16(extensions.Written)
            .ToArray();
    }

    public static byte[] Certificate(DtlsIdentity identity) =>
        new ByteWriter().Vector24(new ByteWriter().Vector24(identity.Certificate).Written).ToArray();

    /// <summary>RFC 8422 section 5.4.</summary>
    public static byte[] KeyExchange(DtlsIdentity identity, KeyShare share, byte[] clientRandom, byte[] serverRandom)
    {
        var parameters = new ByteWriter()
            .U8(DtlsCodes.NamedCurve)
            .U16(DtlsCodes.CurveP256)
            .Vector8(share.Point)
            .ToArray();
        var signature = identity.Sign([.. clientRandom, .. serverRandom, .. parameters]);
        return new ByteWriter().Bytes(parameters).U16(DtlsCodes.EcdsaSha256).Vector16(signature).ToArray();
    }

    /// <summary>RFC 5246 section 7.4.4; no authority is named, since every certificate is self-signed.</summary>
    public static byte[] CertificateRequest() => new ByteWriter()
        .Vector8([DtlsCodes.SignsWithEcdsa, DtlsCodes.SignsWithRsa])
        .U16(8)
        .U16(DtlsCodes.EcdsaSha256)
        .U16(DtlsCodes.EcdsaSha384)
        .U16(DtlsCodes.RsaPssSha256)
        .U16(DtlsCodes.RsaSha256)
        .U16(0)
        .ToArray();
}
