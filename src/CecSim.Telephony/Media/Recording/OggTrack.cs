namespace CecSim.Telephony.Media.Recording;

/// <summary>
/// Opus as it came, in Ogg: RFC 7845. Where packets are missing stand packets without content, by its section 4.1.
/// </summary>
internal sealed class OggTrack : TrackFile
{
    private const int Rate = 48_000;
    private const int SegmentsMax = 255;
    private const int SegmentLength = 255;
    private const int PageHeaderLength = 27;
    private const int ChecksumAt = 22;
    private const byte Begins = 2;
    private const byte Ends = 4;

    /// <summary>No packet is long enough to fill this many.</summary>
    private const int SegmentsOfPacketMax = 10;

    private readonly RecordedTime _time = new(gapMax: 60 * Rate);
    private readonly int _serial = BinaryPrimitives.ReadInt32LittleEndian(RandomNumberGenerator.GetBytes(4));
    private readonly List<byte> _lacing = [];
    private readonly List<byte> _body = [];
    private int _pagesCount;
    private long _samplesCount;
    private long _pageBegan;

    public OggTrack(Stream stream, long bytesMax)
        : base(stream, bytesMax)
    {
        Put([.. "OpusHead"u8, 1, 2, 0, 0, 0x80, 0xBB, 0, 0, 0, 0, 0]);
        Flush(Begins);
        Put([.. "OpusTags"u8, 6, 0, 0, 0, .. "CecSim"u8, 0, 0, 0, 0]);
        Flush(flags: 0);
    }

    public override bool Take(in RecordedPacket packet)
    {
        var samples = OpusFrames.SamplesOf(packet.Payload);
        if (samples == 0
            || packet.Payload.Length >= SegmentsOfPacketMax * SegmentLength
            || _time.Take(packet.Header, _samplesCount) is not { } at)
        {
            return false;
        }

        var frame = OpusFrames.FrameOf(packet.Payload[0]);
        var missing = (int)((at - _samplesCount) / frame);

        // Each page's header is paid for by its packets: two bytes for each of them are more than enough.
        if (!HasRoomFor(_body.Count + packet.Payload.Length + (3 * missing) + (2 * (PageHeaderLength + SegmentsMax))))
        {
            return false;
        }

        for (; missing > 0; missing--)
        {
            Append([OpusFrames.EmptyLike(packet.Payload[0])], frame);
        }

        Append(packet.Payload, samples);
        return true;
    }

    protected override void Complete() => Flush(Ends);

    // The page that ends the stream has the last packet, so a page goes out only when another packet comes.
    private void Append(ReadOnlySpan<byte> packet, int samples)
    {
        if (_lacing.Count + SegmentsOfPacketMax > SegmentsMax || _samplesCount - _pageBegan >= Rate)
        {
            Flush(flags: 0);
        }

        Put(packet);
        _samplesCount += samples;
    }

    private void Put(ReadOnlySpan<byte> packet)
    {
        _body.AddRange(packet);
        for (var left = packet.Length; left >= SegmentLength; left -= SegmentLength)
        {
            _lacing.Add(SegmentLength);
        }

        _lacing.Add((byte)(packet.Length % SegmentLength));
    }

    // RFC 3533, section 6.
    private void Flush(byte flags)
    {
        var page = new byte[PageHeaderLength + _lacing.Count + _body.Count];
        var at = page.AsSpan();
        "OggS"u8.CopyTo(at);
        at[5] = flags;
        BinaryPrimitives.WriteInt64LittleEndian(at[6..], _samplesCount);
        BinaryPrimitives.WriteInt32LittleEndian(at[14..], _serial);
        BinaryPrimitives.WriteInt32LittleEndian(at[18..], _pagesCount++);
        at[PageHeaderLength - 1] = (byte)_lacing.Count;
        _lacing.CopyTo(page, PageHeaderLength);
        _body.CopyTo(page, PageHeaderLength + _lacing.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(at[ChecksumAt..], OggChecksum.Of(page));
        Write(page);
        Keep();
        _lacing.Clear();
        _body.Clear();
        _pageBegan = _samplesCount;
    }
}
