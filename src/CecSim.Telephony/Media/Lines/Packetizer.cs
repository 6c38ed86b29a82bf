using CecSim.Telephony.Media.Transcoding;

namespace CecSim.Telephony.Media.Lines;

/// <summary>
/// Makes packets that are as long as the peer wants of frames of 20 ms, in codecs that have a byte for each tick of
/// their clock: G.711 and G.722 (RFC 3551 section 4.5.2).
/// </summary>
internal sealed class Packetizer(int length, FrameHandler take)
{
    private readonly byte[] _buffer = new byte[length];
    private int _filled;
    private uint _timestamp;

    public int Length => length;

    public void Put(ReadOnlySpan<byte> frame, uint timestamp, int level)
    {
        if (timestamp != _timestamp + (uint)_filled)
        {
            // It does not follow: what there is of the one before goes nowhere.
            _filled = 0;
        }

        if (_filled == 0)
        {
            _timestamp = timestamp;
        }

        while (!frame.IsEmpty)
        {
            var count = Math.Min(frame.Length, length - _filled);
            frame[..count].CopyTo(_buffer.AsSpan(_filled));
            frame = frame[count..];
            _filled += count;
            if (_filled == length)
            {
                take(_buffer, _timestamp, begins: false, level);
                _timestamp += (uint)length;
                _filled = 0;
            }
        }
    }
}
