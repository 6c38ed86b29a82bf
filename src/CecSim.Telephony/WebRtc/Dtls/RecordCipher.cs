namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>AES-128-GCM over records in one direction: RFC 5288 section 3 and RFC 6347 section 4.1.2.1.</summary>
internal sealed class RecordCipher(byte[] key, byte[] salt) : IDisposable
{
    public const int KeyLength = 16;
    public const int SaltLength = 4;
    public const int Overhead = ExplicitNonceLength + TagLength;

    private const int ExplicitNonceLength = 8;
    private const int TagLength = 16;

    private readonly AesGcm _aes = new(key, TagLength);

    /// <summary>Writes nonce, cipher text and tag.</summary>
    public void Seal(Span<byte> sealedText, ReadOnlySpan<byte> plain, ContentType type, ulong epochAndNumber)
    {
        Span<byte> nonce = stackalloc byte[SaltLength + ExplicitNonceLength];
        salt.CopyTo(nonce);
        BinaryPrimitives.WriteUInt64BigEndian(nonce[SaltLength..], epochAndNumber);
        Span<byte> associated = stackalloc byte[DtlsRecord.HeaderLength];
        Associate(associated, type, epochAndNumber, plain.Length);

        nonce[SaltLength..].CopyTo(sealedText);
        var text = sealedText.Slice(ExplicitNonceLength, plain.Length);
        _aes.Encrypt(nonce, plain, text, sealedText[(ExplicitNonceLength + plain.Length)..], associated);
    }

    public bool TryOpen(in DtlsRecord record, Span<byte> plain)
    {
        Span<byte> nonce = stackalloc byte[SaltLength + ExplicitNonceLength];
        salt.CopyTo(nonce);
        record.Fragment[..ExplicitNonceLength].CopyTo(nonce[SaltLength..]);
        Span<byte> associated = stackalloc byte[DtlsRecord.HeaderLength];
        Associate(associated, record.Type, ((ulong)record.Epoch << 48) | record.Number, plain.Length);
        try
        {
            var text = record.Fragment.Slice(ExplicitNonceLength, plain.Length);
            _aes.Decrypt(nonce, text, record.Fragment[^TagLength..], plain, associated);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    public void Dispose() => _aes.Dispose();

    private static void Associate(Span<byte> associated, ContentType type, ulong epochAndNumber, int length)
    {
        BinaryPrimitives.WriteUInt64BigEndian(associated, epochAndNumber);
        associated[8] = (byte)type;
        BinaryPrimitives.WriteUInt16BigEndian(associated[9..], DtlsCodes.Version12);
        BinaryPrimitives.WriteUInt16BigEndian(associated[11..], (ushort)length);
    }
}
