using CecSim.Telephony.WebRtc;

namespace CecSim.Telephony.Media.Lines;

/// <summary>
/// Sends again what the peer misses, on a stream of its own where that is agreed on (RFC 4588), else as it was.
/// </summary>
internal sealed class LineRepeater(IMediaPath path, uint ssrc, MediaKind kind, RtcInputs inputs)
{
    /// <summary>About a second of good video, or of sound.</summary>
    private const int VideoPacketsMax = 256;
    private const int AudioPacketsMax = 64;
    private const int BufferLength = 2048;

    private readonly SentPackets _sent =
        new(kind == MediaKind.Video ? VideoPacketsMax : AudioPacketsMax, inputs.Clock);

    private readonly byte[] _buffer = new byte[BufferLength];

    // Low, so that it does not roll over at once.
    private ushort _sequence = (ushort)(inputs.Random.Number() & 0x3FFF);

    /// <summary>Packets that went out once more on the stream of their first time.</summary>
    public long Unchanged { get; private set; }

    /// <summary>Before the packet is sealed.</summary>
    public void Keep(ushort sequence, ReadOnlySpan<byte> packet) => _sent.Keep(sequence, packet);

    /// <summary>Whether the packet was still here and went out.</summary>
    /// <param name="payloadType">Of retransmissions; null when none is agreed on.</param>
    /// <param name="pause">How long a repetition has to arrive before the next.</param>
    public bool TryRepeat(ushort sequence, byte? payloadType, TimeSpan pause)
    {
        var packet = _sent.Repeat(sequence, pause);
        if (packet.IsEmpty)
        {
            return false;
        }

        if (payloadType is { } type)
        {
            var length = Retransmission.Write(_buffer, packet, type, (ushort)(_sequence + 1), ssrc);
            if (path.SendRtp(_buffer, length) == 0)
            {
                return false;
            }

            _sequence++;
            return true;
        }

        packet.CopyTo(_buffer);
        if (path.RepeatRtp(_buffer, packet.Length) == 0)
        {
            return false;
        }

        Unchanged++;
        return true;
    }
}
