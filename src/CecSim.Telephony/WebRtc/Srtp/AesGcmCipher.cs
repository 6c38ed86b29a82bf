namespace CecSim.Telephony.WebRtc.Srtp;

/// <summary>AEAD_AES_128_GCM: RFC 7714 sections 8 and 9.</summary>
internal sealed class AesGcmCipher(SessionKeys keys) : PacketCipher
{
    private const uint EncryptedFlag = 0x80000000;
    private const int RtcpHeaderLength = 8;
    private const int NonceLength = 12;

    private readonly AesGcm _aes = new(keys.Encryption, 16);

    public override int TagLength => 16;

    public override int SealRtp(Span<byte> buffer, int headerLength, int length, PacketIndex index)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        Nonce(nonce, index);
        var payload = buffer[headerLength..length];
        _aes.Encrypt(nonce, payload, payload, buffer.Slice(length, TagLength), buffer[..headerLength]);
        return length + TagLength;
    }

    public override bool OpenRtp(Span<byte> packet, int headerLength, PacketIndex index)
    {
        var length = packet.Length - TagLength;
        if (length < headerLength)
        {
            return false;
        }

        Span<byte> nonce = stackalloc byte[NonceLength];
        Nonce(nonce, index);
        return TryDecrypt(nonce, packet[headerLength..length], packet[length..], packet[..headerLength]);
    }

    public override int SealRtcp(Span<byte> buffer, int length, PacketIndex index)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        Nonce(nonce, index);
        var word = (uint)index.Number | EncryptedFlag;
        Span<byte> associated = stackalloc byte[RtcpHeaderLength + 4];
        buffer[..RtcpHeaderLength].CopyTo(associated);
        BinaryPrimitives.WriteUInt32BigEndian(associated[RtcpHeaderLength..], word);
        var payload = buffer[RtcpHeaderLength..length];
        _aes.Encrypt(nonce, payload, payload, buffer.Slice(length, TagLength), associated);
        BinaryPrimitives.WriteUInt32BigEndian(buffer[(length + TagLength)..], word);
        return length + TagLength + 4;
    }

    public override bool OpenRtcp(Span<byte> packet, PacketIndex index)
    {
        var length = packet.Length - TagLength - 4;

        // A packet without the flag is only signed (RFC 7714 section 9.2). No browser sends it, so it is not taken.
        if (length < RtcpHeaderLength || (RtcpIndexOf(packet) & EncryptedFlag) == 0)
        {
            return false;
        }

        Span<byte> nonce = stackalloc byte[NonceLength];
        Nonce(nonce, index);
        Span<byte> associated = stackalloc byte[RtcpHeaderLength + 4];
        packet[..RtcpHeaderLength].CopyTo(associated);
        packet[^4..].CopyTo(associated[RtcpHeaderLength..]);
        return TryDecrypt(nonce, packet[RtcpHeaderLength..length], packet.Slice(length, TagLength), associated);
    }

    public override uint RtcpIndexOf(ReadOnlySpan<byte> packet) => BinaryPrimitives.ReadUInt32BigEndian(packet[^4..]);

    public override void Dispose() => _aes.Dispose();

    // Two zero bytes, the sender, the number in six bytes, all masked with the salt: RFC 7714 sections 8.1 and 9.1.
    private void Nonce(Span<byte> nonce, PacketIndex index)
    {
        nonce.Clear();
        BinaryPrimitives.WriteUInt32BigEndian(nonce[2..], index.Ssrc);
        BinaryPrimitives.WriteUInt16BigEndian(nonce[6..], (ushort)(index.Number >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(nonce[8..], (uint)index.Number);
        for (var i = 0; i < NonceLength; i++)
        {
            nonce[i] ^= keys.Salt[i];
        }
    }

    private bool TryDecrypt(
        ReadOnlySpan<byte> nonce,
        Span<byte> payload,
        ReadOnlySpan<byte> tag,
        ReadOnlySpan<byte> associated)
    {
        try
        {
            _aes.Decrypt(nonce, payload, tag, payload, associated);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }
}
