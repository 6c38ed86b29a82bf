namespace CecSim.Telephony.WebRtc.Srtp;

/// <summary>What one direction of SRTP or SRTCP encrypts and signs with.</summary>
internal sealed record SessionKeys(byte[] Encryption, byte[] Authentication, byte[] Salt)
{
    private const int AuthenticationLength = 20;
    private const int MasterSaltLength = 14;

    public static SessionKeys ForRtp(SrtpProfile profile, byte[] key, byte[] salt) => Derive(profile, key, salt, 0);

    public static SessionKeys ForRtcp(SrtpProfile profile, byte[] key, byte[] salt) => Derive(profile, key, salt, 3);

    // RFC 3711 section 4.3.1: three labels each, in the order encryption, authentication, salt; the rate is zero.
    private static SessionKeys Derive(SrtpProfile profile, byte[] key, byte[] salt, byte firstLabel) => new(
        Derive(key, salt, firstLabel, SrtpProfileSizes.KeyLength),
        Derive(key, salt, (byte)(firstLabel + 1), AuthenticationLength),
        Derive(key, salt, (byte)(firstLabel + 2), profile.SaltLength()));

    // RFC 3711 section 4.3.3. A shorter salt counts as padded with zeros: RFC 7714 section 11.
    internal static byte[] Derive(byte[] key, byte[] salt, byte label, int length)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        Span<byte> block = stackalloc byte[16];
        block.Clear();
        salt.CopyTo(block[..MasterSaltLength]);
        block[7] ^= label;
        var derived = new byte[(length + 15) & ~15];
        for (var at = 0; at < derived.Length; at += 16)
        {
            block[15] = (byte)(at / 16);
            aes.EncryptEcb(block, derived.AsSpan(at, 16), PaddingMode.None);
        }

        return derived[..length];
    }
}
