namespace CecSim.Telephony.WebRtc.Srtp;

/// <summary>AES_CM_128_HMAC_SHA1_80, or with 32 bits: RFC 3711 sections 4.1.1 and 4.2.1.</summary>
internal sealed class AesCmCipher : PacketCipher
{
    public const int ShortTagLength = 4;

    private const uint EncryptedFlag = 0x80000000;
    private const int RtcpHeaderLength = 8;
    private const int LongTagLength = 10;

    private readonly KeyStream _keyStream;
    private readonly IncrementalHash _hash;
    private readonly byte[] _salt;

    public AesCmCipher(SessionKeys keys, int tagLength = LongTagLength)
    {
        TagLength = tagLength;
        _keyStream = new KeyStream(keys.Encryption);
        _hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, keys.Authentication);
        _salt = keys.Salt;
    }

    public override int TagLength { get; }

    public override int SealRtp(Span<byte> buffer, int headerLength, int length, PacketIndex index)
    {
        Encrypt(buffer[headerLength..length], index);
        Sign(buffer[..length], index.RollOver, buffer.Slice(length, TagLength));
        return length + TagLength;
    }

    public override bool OpenRtp(Span<byte> packet, int headerLength, PacketIndex index)
    {
        var length = packet.Length - TagLength;
        if (length < headerLength || !IsSigned(packet, index.RollOver))
        {
            return false;
        }

        Encrypt(packet[headerLength..length], index);
        return true;
    }

    public override int SealRtcp(Span<byte> buffer, int length, PacketIndex index)
    {
        Encrypt(buffer[RtcpHeaderLength..length], index);
        BinaryPrimitives.WriteUInt32BigEndian(buffer[length..], (uint)index.Number | EncryptedFlag);
        Sign(buffer[..(length + 4)], null, buffer.Slice(length + 4, TagLength));
        return length + 4 + TagLength;
    }

    public override bool OpenRtcp(Span<byte> packet, PacketIndex index)
    {
        var length = packet.Length - TagLength - 4;
        if (length < RtcpHeaderLength || !IsSigned(packet, null))
        {
            return false;
        }

        if ((RtcpIndexOf(packet) & EncryptedFlag) != 0)
        {
            Encrypt(packet[RtcpHeaderLength..length], index);
        }

        return true;
    }

    public override uint RtcpIndexOf(ReadOnlySpan<byte> packet) =>
        BinaryPrimitives.ReadUInt32BigEndian(packet[^(TagLength + 4)..]);

    public override void Dispose()
    {
        _keyStream.Dispose();
        _hash.Dispose();
    }

    private void Encrypt(Span<byte> data, PacketIndex index)
    {
        Span<byte> counter = stackalloc byte[16];
        counter.Clear();
        BinaryPrimitives.WriteUInt32BigEndian(counter[4..], index.Ssrc);
        BinaryPrimitives.WriteUInt16BigEndian(counter[8..], (ushort)(index.Number >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(counter[10..], (uint)index.Number);
        for (var i = 0; i < _salt.Length; i++)
        {
            counter[i] ^= _salt[i];
        }

        _keyStream.Apply(counter, data);
    }

    private bool IsSigned(ReadOnlySpan<byte> packet, uint? rollOver)
    {
        Span<byte> tag = stackalloc byte[TagLength];
        Sign(packet[..^TagLength], rollOver, tag);
        return CryptographicOperations.FixedTimeEquals(tag, packet[^TagLength..]);
    }

    private void Sign(ReadOnlySpan<byte> data, uint? rollOver, Span<byte> tag)
    {
        _hash.AppendData(data);
        if (rollOver is { } counter)
        {
            Span<byte> tail = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(tail, counter);
            _hash.AppendData(tail);
        }

        Span<byte> full = stackalloc byte[20];
        _hash.GetHashAndReset(full);
        full[..TagLength].CopyTo(tag);
    }
}
