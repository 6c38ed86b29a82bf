using System.Runtime.InteropServices;
using CecSim.Telephony.Media.Transcoding;

namespace CecSim.Telephony.Media.Recording;

/// <summary>
/// Both sides of a call in one file, the customer at the left and the agent at the right: linear samples of 16 bits at
/// 8,000 Hz, as a telephone has them. Each packet lies where its time stamp puts it; where that says nothing, or
/// something else than when it came, that counts.
/// </summary>
internal sealed class StereoTrack : TrackFile
{
    private const int Rate = 8_000;
    private const int HeaderLength = 44;
    private const int RiffSizeAt = 4;
    private const int DataSizeAt = 40;
    private const int FrameBytes = 2 * sizeof(short);

    /// <summary>What comes later than the other side by that is left out.</summary>
    private const int WindowSamples = 2 * Rate;

    /// <summary>Silence of both that is longer is cut to this.</summary>
    private const int GapMaxSamples = 60 * Rate;

    private readonly Channel[] _channels = [new(), new()];
    private readonly short[] _window = new short[2 * WindowSamples];
    private readonly short[] _decoded = new short[Rate * SoundDecoder.MillisecondsMax / 1_000];
    private TimeSpan? _beganAt;
    private long _flushed;
    private long _kept;

    public StereoTrack(Stream stream, long bytesMax)
        : base(stream, bytesMax) => Write(Header());

    public override bool Take(in RecordedPacket packet)
    {
        var channel = _channels[(int)packet.Side];
        var count = channel.Decode(packet, _decoded);
        if (count == 0 || channel.PlaceOf(packet, CameAt(packet)) is not { } at || at < _flushed)
        {
            return false;
        }

        if (at + count > _flushed + WindowSamples && !TryFlush(at + count - WindowSamples))
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            _window[SlotOf(at + i) + (int)packet.Side] = _decoded[i];
        }

        channel.End = at + count;
        return TryFlush(Math.Min(_channels[0].End, _channels[1].End));
    }

    protected override void Complete()
    {
        TryFlush(Math.Max(_channels[0].End, _channels[1].End));
        CorrectSizes();
    }

    private static int SlotOf(long at) => (int)(at % WindowSamples) * 2;

    // When it came, in samples since the first packet; a long silence is cut by putting that moment off.
    private long CameAt(in RecordedPacket packet)
    {
        _beganAt ??= packet.CameAt;
        var at = (long)((packet.CameAt - _beganAt.Value).TotalSeconds * Rate);
        var excess = at - Math.Max(_channels[0].End, _channels[1].End) - GapMaxSamples;
        if (excess > 0)
        {
            _beganAt += TimeSpan.FromSeconds((double)excess / Rate);
            at -= excess;
        }

        return Math.Max(0, at);
    }

    /// <summary>Writes what no packet can change any more.</summary>
    /// <returns>False when the file is as long as it may be.</returns>
    private bool TryFlush(long until)
    {
        if (until <= _flushed)
        {
            return true;
        }

        if (!HasRoomFor((until - _flushed) * FrameBytes))
        {
            return false;
        }

        for (; _flushed < until; _flushed++)
        {
            var slot = _window.AsSpan(SlotOf(_flushed), 2);
            Write(MemoryMarshal.AsBytes(slot));
            slot.Clear();
        }

        if (_flushed - _kept >= Rate)
        {
            _kept = _flushed;
            CorrectSizes();
            Keep();
        }

        return true;
    }

    private void CorrectSizes()
    {
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, (int)(BytesCount - 8));
        Correct(RiffSizeAt, size);
        BinaryPrimitives.WriteInt32LittleEndian(size, (int)(BytesCount - HeaderLength));
        Correct(DataSizeAt, size);
    }

    private static byte[] Header()
    {
        var header = new byte[HeaderLength];
        var at = header.AsSpan();
        "RIFF"u8.CopyTo(at);
        "WAVEfmt "u8.CopyTo(at[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(at[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(at[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(at[22..], 2);
        BinaryPrimitives.WriteInt32LittleEndian(at[24..], Rate);
        BinaryPrimitives.WriteInt32LittleEndian(at[28..], Rate * FrameBytes);
        BinaryPrimitives.WriteInt16LittleEndian(at[32..], FrameBytes);
        BinaryPrimitives.WriteInt16LittleEndian(at[34..], 16);
        "data"u8.CopyTo(at[36..]);
        return header;
    }

    private sealed class Channel
    {
        /// <summary>A time stamp that says something else than the clock by more than this says nothing.</summary>
        private const int DriftMaxSamples = Rate / 2;

        private SoundDecoder? _decoder;
        private Codec _codec;
        private RtpHeader? _last;
        private long _at;

        /// <summary>Where its last packet ends.</summary>
        public long End { get; set; }

        public int Decode(in RecordedPacket packet, Span<short> samples)
        {
            if (_decoder is null || _codec != packet.Codec)
            {
                (_decoder, _codec) = (SoundDecoder.Of(packet.Codec, Rate), packet.Codec);
            }

            return _decoder.Decode(packet.Payload, samples);
        }

        /// <returns>Null for a packet that comes late: its place is taken.</returns>
        public long? PlaceOf(in RecordedPacket packet, long cameAt)
        {
            var header = packet.Header;
            if (_last is { } last && last.Ssrc == header.Ssrc)
            {
                if ((short)(header.Sequence - last.Sequence) <= 0)
                {
                    return null;
                }

                _at += (long)(int)(header.Timestamp - last.Timestamp) * Rate / packet.Codec.ClockRate();
            }
            else
            {
                _at = cameAt;
            }

            _last = header;
            _at = Math.Max(End, Math.Abs(_at - cameAt) > DriftMaxSamples ? cameAt : _at);
            return _at;
        }
    }
}
