using CecSim.Telephony.Media.Video;

namespace CecSim.Telephony.Media.Recording;

/// <summary>
/// VP8 as it came, in an IVF file that begins with a key frame. Pictures that are not whole are left out.
/// </summary>
internal sealed class IvfTrack : TrackFile
{
    private const int Rate = 90_000;
    private const int FrameHeaderLength = 12;
    private const int FrameBytesMax = 2 * 1024 * 1024;
    private const int SizeAt = 12;
    private const int FramesCountAt = 24;

    /// <summary>Where a key frame tells its size: RFC 6386 section 9.1.</summary>
    private const int SizeInKeyFrame = 6;

    private readonly RecordedTime _time = new(gapMax: 60 * Rate);
    private readonly List<byte> _frame = [];
    private uint? _timestamp;
    private ushort _next;
    private long _end;
    private int _framesCount;
    private long _keptAt;

    public IvfTrack(Stream stream, long bytesMax)
        : base(stream, bytesMax)
    {
        var header = new byte[32];
        var at = header.AsSpan();
        "DKIF"u8.CopyTo(at);
        BinaryPrimitives.WriteInt16LittleEndian(at[6..], (short)header.Length);
        "VP80"u8.CopyTo(at[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(at[16..], Rate);
        BinaryPrimitives.WriteInt32LittleEndian(at[20..], 1);
        Write(header);
    }

    public override bool Take(in RecordedPacket packet)
    {
        var header = packet.Header;
        var content = Vp8Payload.ContentOf(packet.Payload);
        if (Vp8Payload.Begins(packet.Payload))
        {
            _frame.Clear();
            _timestamp = Vp8Payload.BeginsKeyFrame(packet.Payload) || _framesCount > 0 ? header.Timestamp : null;
        }
        else if (header.Timestamp != _timestamp || header.Sequence != _next)
        {
            _timestamp = null;
        }

        if (_timestamp is null || _frame.Count + content.Length > FrameBytesMax)
        {
            _timestamp = null;
            return false;
        }

        _frame.AddRange(content);
        _next = (ushort)(header.Sequence + 1);
        return !header.Marker || TakeFrame(packet);
    }

    protected override void Complete() => CorrectCount();

    private void CorrectCount()
    {
        Span<byte> count = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(count, _framesCount);
        Correct(FramesCountAt, count);
    }

    private bool TakeFrame(in RecordedPacket last)
    {
        _timestamp = null;
        if (!HasRoomFor(FrameHeaderLength + _frame.Count) || _time.Take(last.Header, _end) is not { } at)
        {
            return false;
        }

        if (_framesCount++ == 0 && _frame.Count >= SizeInKeyFrame + 4)
        {
            // The upper two bits of each are a scale for the player.
            Correct(SizeAt, [_frame[6], (byte)(_frame[7] & 0x3F), _frame[8], (byte)(_frame[9] & 0x3F)]);
        }

        Span<byte> header = stackalloc byte[FrameHeaderLength];
        BinaryPrimitives.WriteInt32LittleEndian(header, _frame.Count);
        BinaryPrimitives.WriteInt64LittleEndian(header[4..], at);
        Write(header);
        Write([.. _frame]);
        _end = at + 1;
        if (at - _keptAt >= Rate)
        {
            _keptAt = at;
            CorrectCount();
            Keep();
        }

        return true;
    }
}
