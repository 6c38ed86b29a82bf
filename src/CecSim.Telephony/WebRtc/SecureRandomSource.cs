namespace CecSim.Telephony.WebRtc;

/// <summary>The one place from which the media of others' calls have their chance.</summary>
internal sealed class SecureRandomSource : RandomSource
{
    public override void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);

    public override ECDiffieHellman NewAgreement() => ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

    public override DtlsIdentity NewIdentity(TimeProvider clock) => new EcdsaIdentity(clock);
}
