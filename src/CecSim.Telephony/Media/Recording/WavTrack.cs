namespace CecSim.Telephony.Media.Recording;

/// <summary>PCMU or PCMA as it came, in a RIFF file; silence where packets are missing.</summary>
internal sealed class WavTrack : TrackFile
{
    private const int Rate = 8_000;
    private const int HeaderLength = 58;
    private const int RiffSizeAt = 4;
    private const int SamplesCountAt = 46;
    private const int DataSizeAt = 54;
    private const byte SilenceU = 0xFF;
    private const byte SilenceA = 0xD5;

    private readonly RecordedTime _time = new(gapMax: 60 * Rate);
    private readonly byte _silence;
    private long _samplesCount;
    private long _samplesKept;

    public WavTrack(Stream stream, long bytesMax, bool isA)
        : base(stream, bytesMax)
    {
        _silence = isA ? SilenceA : SilenceU;
        Write(Header(isA));
    }

    public override bool Take(in RecordedPacket packet)
    {
        if (_time.Take(packet.Header, _samplesCount) is not { } at)
        {
            return false;
        }

        var gap = (int)(at - _samplesCount);
        if (!HasRoomFor(gap + packet.Payload.Length + 1))
        {
            return false;
        }

        var silence = new byte[gap];
        silence.AsSpan().Fill(_silence);
        Write(silence);
        Write(packet.Payload);
        _samplesCount = at + packet.Payload.Length;
        if (_samplesCount - _samplesKept >= Rate)
        {
            _samplesKept = _samplesCount;
            CorrectSizes();
            Keep();
        }

        return true;
    }

    // A chunk of odd length has a byte behind it that does not count.
    protected override void Complete()
    {
        if (_samplesCount % 2 != 0)
        {
            Write([0]);
        }

        CorrectSizes();
    }

    private void CorrectSizes()
    {
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, (int)(BytesCount - 8));
        Correct(RiffSizeAt, size);
        BinaryPrimitives.WriteInt32LittleEndian(size, (int)_samplesCount);
        Correct(SamplesCountAt, size);
        Correct(DataSizeAt, size);
    }

    // "fmt " with its size of an extension, and "fact", are asked for where samples are not linear.
    private static byte[] Header(bool isA)
    {
        var header = new byte[HeaderLength];
        var at = header.AsSpan();
        "RIFF"u8.CopyTo(at);
        "WAVEfmt "u8.CopyTo(at[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(at[16..], 18);
        BinaryPrimitives.WriteInt16LittleEndian(at[20..], (short)(isA ? 6 : 7));
        BinaryPrimitives.WriteInt16LittleEndian(at[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(at[24..], Rate);
        BinaryPrimitives.WriteInt32LittleEndian(at[28..], Rate);
        BinaryPrimitives.WriteInt16LittleEndian(at[32..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(at[34..], 8);
        "fact"u8.CopyTo(at[38..]);
        BinaryPrimitives.WriteInt32LittleEndian(at[42..], 4);
        "data"u8.CopyTo(at[50..]);
        return header;
    }
}
