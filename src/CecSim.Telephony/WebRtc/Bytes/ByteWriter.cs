using System.Buffers;

namespace CecSim.Telephony.WebRtc.Bytes;

/// <summary>Writes big-endian fields one after the other.</summary>
internal sealed class ByteWriter
{
    private readonly ArrayBufferWriter<byte> _written = new();

    public ReadOnlySpan<byte> Written => _written.WrittenSpan;

    public byte[] ToArray() => Written.ToArray();

    public ByteWriter U8(int value)
    {
        _written.GetSpan(1)[0] = (byte)value;
        _written.Advance(1);
        return this;
    }

    public ByteWriter U16(int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_written.GetSpan(2), (ushort)value);
        _written.Advance(2);
        return this;
    }

    public ByteWriter U24(int value) => U8(value >> 16).U16(value);

    public ByteWriter U32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_written.GetSpan(4), value);
        _written.Advance(4);
        return this;
    }

    /// <summary>Bytes, and zeros until their length is of fours.</summary>
    public ByteWriter Padded(ReadOnlySpan<byte> bytes) => Bytes(bytes).Bytes(new byte[-bytes.Length & 3]);

    public ByteWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        _written.Write(bytes);
        return this;
    }

    /// <summary>Bytes behind their own length in one byte.</summary>
    public ByteWriter Vector8(ReadOnlySpan<byte> bytes) => U8(bytes.Length).Bytes(bytes);

    /// <summary>Bytes behind their own length in two bytes.</summary>
    public ByteWriter Vector16(ReadOnlySpan<byte> bytes) => U16(bytes.Length).Bytes(bytes);

    /// <summary>Bytes behind their own length in three bytes.</summary>
    public ByteWriter Vector24(ReadOnlySpan<byte> bytes) => U24(bytes.Length).Bytes(bytes);
}
