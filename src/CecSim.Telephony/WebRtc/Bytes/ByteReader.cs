namespace CecSim.Telephony.WebRtc.Bytes;

/// <summary>
/// Reads big-endian fields. Reading past the end gives zeros and sets <see cref="Overrun"/>, so that a parser checks
/// once
/// at its end instead of before every field, and no input makes it throw.
/// </summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public bool Overrun { get; private set; }

    public readonly int Left => _rest.Length;

    public byte U8() => Take(1) is [var value] ? value : (byte)0;

    public ushort U16() => Take(2) is { Length: 2 } field ? BinaryPrimitives.ReadUInt16BigEndian(field) : (ushort)0;

    public int U24() => Take(3) is [var high, var middle, var low] ? (high << 16) | (middle << 8) | low : 0;

    public uint U32() => Take(4) is { Length: 4 } field ? BinaryPrimitives.ReadUInt32BigEndian(field) : 0;

    public ulong U48() => ((ulong)U16() << 32) | U32();

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            Overrun = true;
            _rest = default;
            return default;
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
