namespace CecSim.Telephony.WebRtc.Stun;

/// <summary>Writes a STUN message into a buffer of the caller's: RFC 8489 sections 5 and 14.</summary>
internal ref struct StunWriter
{
    private readonly Span<byte> _buffer;
    private int _length;

    public StunWriter(Span<byte> buffer, StunType type, scoped ReadOnlySpan<byte> transactionId)
    {
        _buffer = buffer;
        BinaryPrimitives.WriteUInt16BigEndian(buffer, (ushort)type);
        BinaryPrimitives.WriteUInt32BigEndian(buffer[4..], StunMessage.MagicCookie);
        transactionId.CopyTo(buffer[8..]);
        _length = StunMessage.HeaderLength;
    }

    public readonly int Length => _length;

    public void Add(StunAttribute type, scoped ReadOnlySpan<byte> value, byte padding = 0)
    {
        var field = _buffer[_length..];
        BinaryPrimitives.WriteUInt16BigEndian(field, (ushort)type);
        BinaryPrimitives.WriteUInt16BigEndian(field[2..], (ushort)value.Length);
        value.CopyTo(field[4..]);
        field.Slice(4 + value.Length, -value.Length & 3).Fill(padding);
        _length += 4 + ((value.Length + 3) & ~3);
    }

    public void AddXorMappedAddress(IPEndPoint endPoint)
    {
        Span<byte> value = stackalloc byte[20];
        var length = XorAddress.Write(value, endPoint, _buffer.Slice(8, 12));
        Add(StunAttribute.XorMappedAddress, value[..length]);
    }

    public void AddErrorCode(int code, scoped ReadOnlySpan<byte> reason)
    {
        Span<byte> value = stackalloc byte[4 + reason.Length];
        value.Clear();
        value[2] = (byte)(code / 100);
        value[3] = (byte)(code % 100);
        reason.CopyTo(value[4..]);
        Add(StunAttribute.ErrorCode, value);
    }

    /// <summary>Signs with the password, adds the fingerprint and returns the packet.</summary>
    public ReadOnlySpan<byte> Finish(scoped ReadOnlySpan<byte> password)
    {
        Span<byte> signature = stackalloc byte[StunSignature.Length];
        SetLength(_length + 4 + signature.Length);
        StunSignature.Write(password, _buffer[.._length], signature);
        Add(StunAttribute.MessageIntegrity, signature);
        return Finish();
    }

    /// <summary>Adds the fingerprint alone: there is no password that both sides know.</summary>
    public ReadOnlySpan<byte> Finish()
    {
        SetLength(_length + 8);
        Span<byte> fingerprint = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(fingerprint, StunFingerprint.Of(_buffer[.._length]));
        Add(StunAttribute.Fingerprint, fingerprint);
        return _buffer[.._length];
    }

    private readonly void SetLength(int total) =>
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[2..], (ushort)(total - StunMessage.HeaderLength));
}
