using CecSim.Telephony.Media.Bridging;
using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.Media.Rtp;
using CecSim.Telephony.Media.Transcoding;

namespace CecSim.Telephony.Media.Conferencing;

/// <summary>One member's sound in a conference: what it says, until it is mixed, and what it is sent.</summary>
internal sealed class ConferenceVoice
{
    /// <summary>So much is waited for, so that what comes a little late is not missed.</summary>
    private const int HeadStartMs = 40;

    /// <summary>More than that nobody waits for: it is a sender whose clock is fast.</summary>
    private const int DelayMaxMs = 200;

    private readonly int _rate;
    private readonly short[] _waiting;
    private readonly short[] _decoded;
    private readonly byte[] _payload = new byte[SoundEncoder.PayloadMax];
    private readonly SoundEncoder _encoder;
    private readonly Codec _codec;
    private SoundDecoder? _decoder;
    private Codec _spoken;
    private ushort? _heard;
    private int _count;
    private bool _plays;
    private ushort _sequence;
    private uint _timestamp;

    public ConferenceVoice(Codec codec, int rate)
    {
        (_codec, _rate) = (codec, rate);
        _encoder = SoundEncoder.Of(codec, rate);
        _waiting = new short[rate * DelayMaxMs / 1000];
        _decoded = new short[rate * SoundDecoder.MillisecondsMax / 1000];
    }

    /// <summary>It has said something. What comes late or twice is left out.</summary>
    public void Take(in ForwardedPacket packet)
    {
        if (packet.Kind is not ForwardedKind.Sound
            || (_heard is { } last && !packet.Leaps && (short)(packet.Sequence - last) <= 0))
        {
            return;
        }

        if (_decoder is null || packet.Codec != _spoken)
        {
            (_decoder, _spoken) = (SoundDecoder.Of(packet.Codec, _rate), packet.Codec);
        }

        _heard = packet.Sequence;
        var count = _decoder.Decode(packet.Payload, _decoded);
        var room = _waiting.Length - _count;
        if (count > room)
        {
            Drop(Math.Min(count - room, _count));
        }

        count = Math.Min(count, _waiting.Length - _count);
        _decoded.AsSpan(0, count).CopyTo(_waiting.AsSpan(_count));
        _count += count;
    }

    /// <summary>Takes what is next of what it has said; silence where it has said nothing.</summary>
    public void Read(Span<short> frame)
    {
        _plays = _plays ? _count >= frame.Length : _count >= frame.Length + (_rate * HeadStartMs / 1000);
        if (!_plays)
        {
            frame.Clear();
            return;
        }

        _waiting.AsSpan(0, frame.Length).CopyTo(frame);
        Drop(frame.Length);
    }

    /// <summary>It is sent a frame of what the others say.</summary>
    public void Send(ReadOnlySpan<short> frame, ForwardQueue to, uint ssrc, long now)
    {
        var length = _encoder.Encode(frame, _payload);
        to.PutMedia(
            ForwardedKind.Sound,
            _codec,
            new RtpHeader(RtpHeader.FixedLength, Marker: false, 0, _sequence, _timestamp, ssrc),
            _payload.AsSpan(0, length),
            Loudness.Of(frame),
            now,
            leaps: _sequence == 0);
        _sequence++;
        _timestamp += (uint)((long)frame.Length * _codec.ClockRate() / _rate);
    }

    private void Drop(int count)
    {
        _waiting.AsSpan(count, _count - count).CopyTo(_waiting);
        _count -= count;
    }
}
