using CecSim.Telephony.Media.Bridging;
using CecSim.Telephony.Media.Dtmf;
using CecSim.Telephony.Media.Transcoding;

namespace CecSim.Telephony.Media.Lines;

/// <content>Sound, keys and pauses of a bridge's other leg, and what is heard in the sound for its sake.</content>
internal sealed partial class AudioLine
{
    /// <summary>At which loudness is measured; most of it is there.</summary>
    private const int MeterRate = 8_000;

    private readonly DtmfForwarder _forwardedDigits = new();
    private readonly TonePlayer _tonesOut = new();
    private Transcoder? _transcoder;
    private FrameHandler? _sendFrame;
    private Packetizer? _packets;
    private SoundDecoder? _meter;
    private SoundDecoder? _toneDecoder;
    private SoundEncoder? _toneEncoder;
    private ToneDetector? _tones;

    private bool CarriesTones => Codec.Codec is Codecs.Codec.Pcmu or Codecs.Codec.Pcma or Codecs.Codec.G722;

    private bool PressesKeys => _digits.IsBusy || _tonesOut.IsBusy;

    protected override void Joined()
    {
        _forwardedDigits.Restart();
        _transcoder = null;
        SourceChanged();
    }

    public override void TakeForwarded(in ForwardedPacket packet)
    {
        if (!SendsForwarded)
        {
            return;
        }

        if (packet.Kind == ForwardedKind.Digit)
        {
            SendForwardedDigit(packet);
        }
        else if (packet.Kind == ForwardedKind.Key)
        {
            TrySend($"{packet.Key}");
        }
        else if (packet.Kind == ForwardedKind.ComfortNoise)
        {
            SendComfortNoise(packet);
        }
        else if (PressesKeys || IsAnnouncing)
        {
            // Pressing keys takes the place of sound, and what is said.
        }
        else if (packet.Codec == Codec.Codec)
        {
            SendForwarded(packet, Codec.PayloadType, Offered.Extensions.AudioLevel, beginsSpurt: true);
        }
        else
        {
            if (_transcoder is not { } fits
                || (fits.From, fits.To, fits.FrameTime) != (packet.Codec, Codec.Codec, EncodedTime))
            {
                _transcoder = new Transcoder(packet.Codec, Codec.Codec, EncodedTime);
            }

            _transcoder.Put(packet, _sendFrame ??= SendFrame);
        }
    }

    // Opus has no frame of 30 or 50 ms: RFC 6716 section 2.1.4.
    private TimeSpan EncodedTime =>
        Codec.Codec == Codecs.Codec.Opus && Offered.PacketTime.Milliseconds is 30 or 50
            ? Offered.PacketTime - TimeSpan.FromMilliseconds(10)
            : Offered.PacketTime;

    // Only what counts in the same clock can go on as it is; to whoever has none it is a pause.
    private void SendComfortNoise(in ForwardedPacket packet)
    {
        if (Codec.ComfortNoise is { } type && packet.Codec.ClockRate() == Codec.Codec.ClockRate() && !PressesKeys)
        {
            SendForwarded(packet, type, levelId: null, beginsSpurt: false);
        }
    }

    private void SendFrame(ReadOnlySpan<byte> payload, uint timestamp, bool begins, int level)
    {
        if (begins)
        {
            Outgoing.Interrupt();
        }

        Send(
            Codec.PayloadType,
            payload,
            timestamp,
            marker: false,
            Offered.Extensions.AudioLevel is null ? null : level);
    }

    private void SendForwardedDigit(in ForwardedPacket packet)
    {
        var clockRate = Codec.Digits?.ClockRate ?? Codec.Codec.ClockRate();
        if (_forwardedDigits.Take(
            packet.Digit, packet.Timestamp, packet.DigitClockRate, clockRate, Outgoing.TimestampNow) is not { } digit)
        {
            return;
        }

        if (Codec.Digits is not { } offered)
        {
            if (_forwardedDigits.IsFirst)
            {
                TrySendAsTones($"{DtmfEvent.Digits[digit.Code]}");
            }

            return;
        }

        RtpHeader.Write(_buffer, _forwardedDigits.IsFirst, offered.PayloadType, _forwardedDigits.Timestamp);
        digit.Write(_buffer.AsSpan(RtpHeader.FixedLength));
        const int Length = RtpHeader.FixedLength + DtmfEvent.Length;
        Outgoing.Rewrite(_buffer.AsSpan(0, Length), _forwardedDigits.Timestamp);
        Send(_buffer, Length);
    }

    // To the other end of a bridge a key has to come somehow.
    private bool TrySendAsTones(string digits) => IsJoined && CarriesTones && _tonesOut.TryEnqueue(digits);

    private void SendTone()
    {
        Span<short> frame = stackalloc short[TonePlayer.FrameLength];
        Span<byte> payload = stackalloc byte[TonePlayer.FrameLength];
        _tonesOut.Fill(frame);
        (_toneEncoder ??= SoundEncoder.Of(Codec.Codec, DtmfTones.Rate)).Encode(frame, payload);
        SendMade(payload, Loudness.Of(frame));
    }

    // Frames of 20 ms are as the peer wants them, or are put together so. Those of Opus go as they are.
    private void SendMade(ReadOnlySpan<byte> frame, int level)
    {
        var length = (int)(Offered.PacketTime.TotalSeconds * Codec.Codec.ClockRate());
        if (length == _unitsPerFrame || Codec.Codec == Codecs.Codec.Opus)
        {
            SendFrame(frame, _timestamp, begins: false, level);
            return;
        }

        if (_packets?.Length != length)
        {
            _packets = new Packetizer(length, _sendFrame ??= SendFrame);
        }

        _packets.Put(frame, _timestamp, level);
    }

    // Whoever has agreed on packets for keys sends no tones in their place.
    private void ListenForTones(ReadOnlySpan<byte> payload)
    {
        if (Codec.Digits is not null || !CarriesTones)
        {
            _tones = null;
            return;
        }

        _tones ??= new ToneDetector();
        Span<short> samples = stackalloc short[Math.Min(payload.Length, BufferLength)];
        var count = (_toneDecoder ??= SoundDecoder.Of(Codec.Codec, DtmfTones.Rate)).Decode(payload, samples);
        if (_tones.Take(samples[..count]) is { } key)
        {
            NoteDigits($"{key}");
            Announce(key);
        }
    }

    // Opus costs more, which is worth it where somebody at the other end listens.
    private int? LevelByDecoding(ReadOnlySpan<byte> payload)
    {
        if (Codec.Codec != Codecs.Codec.G722 && !(IsJoined && Codec.Codec == Codecs.Codec.Opus))
        {
            return null;
        }

        Span<short> samples = stackalloc short[MeterRate * SoundDecoder.MillisecondsMax / 1000];
        var count = (_meter ??= SoundDecoder.Of(Codec.Codec, MeterRate)).Decode(payload, samples);
        return count == 0 ? null : Loudness.Of(samples[..count]);
    }
}
