namespace CecSim.Telephony.Tests.WebRtc;

/// <summary>A client whose hello is as long as a browser's, and which may say what it should not.</summary>
internal sealed class OddClient(
    DtlsIdentity identity,
    PeerFingerprints expectedServer,
    IReadOnlyList<SrtpProfile> profiles) : ClientHandshake(identity, expectedServer, profiles, RandomSource.Secure)
{
    /// <summary>So long that the hello needs two fragments.</summary>
    public int HelloPadding { get; init; } = 1400;

    /// <summary>Signs the handshake with another key than that of its certificate.</summary>
    public DtlsIdentity? Impostor { get; init; }

    public bool OffersExtendedMasterSecret { get; init; } = true;

    public ushort Version { get; init; } = DtlsCodes.Version12;

    /// <summary>What supported_versions says; empty for a hello without it.</summary>
    public IReadOnlyList<ushort> Versions { get; init; } = [];

    protected override ClientHelloBuilder Hello(ClientHelloBuilder usual) => usual with
    {
        PaddingBytes = HelloPadding,
        OffersExtendedMasterSecret = OffersExtendedMasterSecret,
        Version = Version,
        SupportedVersions = Versions,
    };

    protected override byte[] Prove(ReadOnlySpan<byte> said) => Impostor?.Sign(said) ?? base.Prove(said);
}
