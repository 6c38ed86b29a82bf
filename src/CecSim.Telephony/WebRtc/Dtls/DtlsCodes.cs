namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>The one combination that this side speaks. Every browser speaks it too: RFC 8827 section 6.5.</summary>
internal static class DtlsCodes
{
    public const ushort Version13 = 0xFEFC;
    public const ushort Version12 = 0xFEFD;
    public const ushort Version10 = 0xFEFF;

    /// <summary>TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256.</summary>
    public const ushort Suite = 0xC02B;

    /// <summary>TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256: the same for a server whose certificate is of RSA.</summary>
    public const ushort SuiteWithRsa = 0xC02F;

    /// <summary>What a client may say in place of the renegotiation extension: RFC 5746 section 3.3.</summary>
    public const ushort RenegotiationSuite = 0x00FF;

    public const ushort CurveP256 = 23;
    public const byte NamedCurve = 3;
    public const byte UncompressedPoint = 0;
    public const int RandomLength = 32;
    public const int PointLength = 65;

    public const ushort EcdsaSha256 = 0x0403;
    public const ushort EcdsaSha384 = 0x0503;
    public const ushort RsaSha256 = 0x0401;
    public const ushort RsaPssSha256 = 0x0804;
    public const byte SignsWithEcdsa = 64;
    public const byte SignsWithRsa = 1;
}
