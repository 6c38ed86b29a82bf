namespace CecSim.Telephony.WebRtc;

/// <summary>
/// Where all chance of a call's media comes from, keys included. What runs for others takes <see cref="Secure"/>; a
/// test takes one that says the same again.
/// </summary>
internal abstract class RandomSource
{
    private const string IceCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>The operating system's, which nobody can guess.</summary>
    public static RandomSource Secure { get; } = new SecureRandomSource();

    public abstract void Fill(Span<byte> bytes);

    /// <summary>A new half of a key agreement on P-256.</summary>
    public abstract ECDiffieHellman NewAgreement();

    /// <summary>A new key on P-256 with its certificate.</summary>
    public abstract DtlsIdentity NewIdentity(TimeProvider clock);

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        Fill(bytes);
        return bytes;
    }

    public uint Number()
    {
        Span<byte> bytes = stackalloc byte[4];
        Fill(bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    /// <summary>Characters of ICE, of which there are 64: each tells six bits.</summary>
    public string IceText(int length)
    {
        Span<byte> bytes = stackalloc byte[length];
        Fill(bytes);
        return string.Create(length, bytes, static (text, from) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = IceCharacters[from[i] & 63];
            }
        });
    }
}
