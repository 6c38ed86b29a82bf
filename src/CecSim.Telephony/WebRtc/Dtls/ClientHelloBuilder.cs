using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>What a client says first, to be written: RFC 5246 section 7.4.1.2 and RFC 6347 section 4.2.1.</summary>
internal sealed record ClientHelloBuilder(byte[] Random, IReadOnlyList<SrtpProfile> Profiles)
{
    public ushort Version { get; init; } = DtlsCodes.Version12;

    /// <summary>RFC 8446 section 4.2.1; empty for a hello without the extension.</summary>
    public IReadOnlyList<ushort> SupportedVersions { get; init; } = [];

    /// <summary>What the server gave, to see whether the client is where it says; empty the first time.</summary>
    public byte[] Cookie { get; init; } = [];

    public bool OffersExtendedMasterSecret { get; init; } = true;

    /// <summary>Makes the hello longer: with more than a thousand it needs two fragments, as browsers' do.</summary>
    public int PaddingBytes { get; init; }

    public byte[] Write() => new ByteWriter()
        .U16(Version)
        .Bytes(Random)
        .Vector8([])
        .Vector8(Cookie)
        .U16(6).U16(DtlsCodes.Suite).U16(DtlsCodes.SuiteWithRsa).U16(DtlsCodes.RenegotiationSuite)
        .Vector8([0])
        .Vector16(Extensions())
        .ToArray();

    private ReadOnlySpan<byte> Extensions()
    {
        var profiles = new ByteWriter();
        foreach (var profile in Profiles)
        {
            profiles.U16((int)profile);
        }

        var extensions = new ByteWriter()
            .U16((int)HelloExtension.SupportedGroups).U16(4).U16(2).U16(DtlsCodes.CurveP256)
            .U16((int)HelloExtension.PointFormats).U16(2).Vector8([DtlsCodes.UncompressedPoint])
            .U16((int)HelloExtension.SignatureAlgorithms).U16(10).U16(8)
            .U16(DtlsCodes.EcdsaSha256).U16(DtlsCodes.EcdsaSha384).U16(DtlsCodes.RsaPssSha256).U16(DtlsCodes.RsaSha256)
            .U16((int)HelloExtension.UseSrtp)
            .Vector16(new ByteWriter().Vector16(profiles.Written).U8(0).Written);
        if (OffersExtendedMasterSecret)
        {
            extensions.U16((int)HelloExtension.ExtendedMasterSecret).Vector16([]);
        }

        if (SupportedVersions.Count > 0)
        {
            var versions = new ByteWriter();
            foreach (var version in SupportedVersions)
            {
                versions.U16(version);
            }

            extensions.U16((int)HelloExtension.SupportedVersions)
                .Vector16(new ByteWriter().Vector8(versions.Written).Written);
        }

        if (PaddingBytes > 0)
        {
            extensions.U16((int)HelloExtension.Padding).Vector16(new byte[PaddingBytes]);
        }

        return extensions.Written;
    }
}
