namespace CecSim.Telephony.Media.Dtmf;

/// <summary>The payload of a telephone-event: RFC 4733 section 2.3.</summary>
/// <param name="Duration">In units of the codec's clock.</param>
internal readonly record struct DtmfEvent(byte Code, bool IsEnd, byte Volume, ushort Duration)
{
    public const int Length = 4;
    public const string Digits = "0123456789*#ABCD";

    public static bool TryRead(ReadOnlySpan<byte> payload, out DtmfEvent read)
    {
        read = default;
        if (payload.Length < Length || payload[0] >= Digits.Length)
        {
            return false;
        }

        read = new DtmfEvent(
            payload[0],
            payload[1] >= 0x80,
            (byte)(payload[1] & 0x3F),
            BinaryPrimitives.ReadUInt16BigEndian(payload[2..]));
        return true;
    }

    public void Write(Span<byte> payload)
    {
        payload[0] = Code;
        payload[1] = (byte)((IsEnd ? 0x80 : 0) | Volume);
        BinaryPrimitives.WriteUInt16BigEndian(payload[2..], Duration);
    }
}
