using CecSim.Telephony.Media.Bridging;
using CecSim.Telephony.Media.Clips;
using CecSim.Telephony.Media.Dtmf;
using CecSim.Telephony.Media.Recording;
using CecSim.Telephony.Media.Transcoding;
using CecSim.Telephony.WebRtc;

namespace CecSim.Telephony.Media.Lines;

internal sealed class AudioLine : MediaSection
{
    /// <summary>Longer than any frame of the clips: Opus at its greatest has 1,275 bytes.</summary>
    private const int BufferLength = 1500;

    /// <summary>At which loudness is measured; most of it is there.</summary>
    private const int MeterRate = 8_000;

    private static readonly TimeSpan FrameTime = TimeSpan.FromSeconds(1) / AudioClips.FramesPerSecond;

    private readonly Pacer _pacer;
    private readonly AudioLevels _heardLevels = new();
    private readonly DtmfReceiver _heard = new();
    private readonly DtmfSender _digits = new();
    private readonly DtmfForwarder _onwardDigits = new();
    private readonly List<char> _digitsIn = [];
    private readonly byte[] _buffer = new byte[BufferLength];
    private readonly uint _unitsPerFrame;
    private Transcoder? _transcoder;
    private FrameHandler? _sendFrame;
    private SoundDecoder? _meter;
    private byte[][]? _clip;
    private int[] _levels = [];
    private int _frame;
    private long _unmeasured;
    private uint _timestamp;
    private uint _digitTimestamp;

    public AudioLine(
        IMediaPath path, OfferedLine offered, RtcInputs inputs, CallRecording? recording, ReceivedSources sources)
        : base(path, offered, inputs, recording, sources)
    {
        _pacer = new Pacer(FrameTime, inputs.Clock);
        _unitsPerFrame = (uint)(Codec.Codec.ClockRate() / AudioClips.FramesPerSecond);
    }

    /// <summary>False when the peer takes no digits, one is none, or too many wait already.</summary>
    public bool TrySend(string digits) => Codec.Digits is not null && _digits.TryEnqueue(digits);

    public void NoteDigits(string digits) =>
        _digitsIn.AddRange(digits.Take(DtmfSender.DigitsMax - _digitsIn.Count));

    protected override void Take(Span<byte> buffer, int length, in RtpHeader header)
    {
        var payload = header.PayloadOf(buffer[..length]);
        PassOn(OnwardKind.Sound, payload, header, Measure(buffer[..length], payload, header));
        if (Source == MediaSource.Echo && MaySend && !_digits.IsBusy)
        {
            Echo(buffer, length, header);
        }
    }

    protected override void SourceChanged()
    {
        _clip = Source == MediaSource.Peer && IsJoined ? null : AudioClips.For(Source, Codec.Codec);
        _levels = AudioClips.LevelsOf(Source) ?? [];
        _frame = 0;
        Outgoing.Interrupt();
    }

    protected override void Joined()
    {
        _onwardDigits.Restart();
        _transcoder = null;
        SourceChanged();
    }

    public override void TakeInward(in OnwardPacket packet)
    {
        if (!SendsInward)
        {
            return;
        }

        if (packet.Kind == OnwardKind.Digit)
        {
            SendInwardDigit(packet);
        }
        else if (_digits.IsBusy)
        {
            // Pressing keys takes the place of sound.
        }
        else if (packet.Codec == Codec.Codec)
        {
            SendInward(packet, Offered.Extensions.AudioLevel, beginsSpurt: true);
        }
        else
        {
            if (_transcoder is not { } fits || (fits.From, fits.To) != (packet.Codec, Codec.Codec))
            {
                _transcoder = new Transcoder(packet.Codec, Codec.Codec);
            }

            _transcoder.Put(packet, _sendFrame ??= SendFrame);
        }
    }

    protected override void Generate()
    {
        for (var due = _pacer.TakeDue(); due > 0; due--)
        {
            _timestamp += _unitsPerFrame;
            if (!MaySend)
            {
                continue;
            }

            if (_digits.IsBusy)
            {
                SendDigit();
            }
            else if (_clip is { } clip)
            {
                var level = Offered.Extensions.AudioLevel is null ? (int?)null : _levels[_frame % _levels.Length];
                Send(Codec.PayloadType, clip[_frame++ % clip.Length], _timestamp, marker: false, level);
            }
        }
    }

    protected override LineReport Extend(LineReport report) => report with
    {
        LevelIn = _heardLevels.Last,
        PeakLevelIn = _heardLevels.Peak,
        VoicedPacketsIn = _heardLevels.VoicedPackets,
        IsLoudnessUnknown = _unmeasured > 0 && _heardLevels.Last is null,
        DigitsIn = string.Concat(_digitsIn),
    };

    protected override char? Hear(ReadOnlySpan<byte> payload, uint timestamp)
    {
        var digit = _heard.Take(payload, timestamp);
        if (digit is { } heard)
        {
            NoteDigits($"{heard}");
        }

        return digit;
    }

    private int? Measure(ReadOnlySpan<byte> packet, ReadOnlySpan<byte> payload, in RtpHeader header)
    {
        var level = Offered.Extensions.AudioLevel is { } id ? HeaderExtension.AudioLevel(packet, header, id) : null;
        if (level is null && Codec.Codec is Codecs.Codec.Pcmu or Codecs.Codec.Pcma)
        {
            level = G711.Level(payload, isA: Codec.Codec == Codecs.Codec.Pcma);
        }

        level ??= LevelOfOpus(payload);
        if (level is { } known)
        {
            _heardLevels.Take(known);
        }
        else
        {
            _unmeasured++;
        }

        return level;
    }

    // Where somebody at the other end listens it is worth the decoding.
    private int? LevelOfOpus(ReadOnlySpan<byte> payload)
    {
        if (!IsJoined || Codec.Codec != Codecs.Codec.Opus)
        {
            return null;
        }

        Span<short> samples = stackalloc short[MeterRate * SoundDecoder.MillisecondsMax / 1000];
        var count = (_meter ??= SoundDecoder.Of(Codecs.Codec.Opus, MeterRate)).Decode(payload, samples);
        return count == 0 ? null : Loudness.Of(samples[..count]);
    }

    private void SendDigit()
    {
        if (Codec.Digits is not { } offered || _digits.Next(offered.ClockRate) is not { } digit)
        {
            return;
        }

        if (_digits.IsFirst)
        {
            _digitTimestamp = _timestamp;
        }

        Span<byte> payload = stackalloc byte[DtmfEvent.Length];
        digit.Write(payload);
        Send(offered.PayloadType, payload, _digitTimestamp, _digits.IsFirst);
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

    private void SendInwardDigit(in OnwardPacket packet)
    {
        if (Codec.Digits is not { } offered
            || _onwardDigits.Take(
                packet.Digit, packet.Timestamp, packet.DigitClockRate, offered.ClockRate, Outgoing.TimestampNow)
                is not { } digit)
        {
            return;
        }

        RtpHeader.Write(_buffer, _onwardDigits.IsFirst, offered.PayloadType, _onwardDigits.Timestamp);
        digit.Write(_buffer.AsSpan(RtpHeader.FixedLength));
        const int Length = RtpHeader.FixedLength + DtmfEvent.Length;
        Outgoing.Rewrite(_buffer.AsSpan(0, Length), _onwardDigits.Timestamp);
        Send(_buffer, Length);
    }

    private void Send(byte payloadType, ReadOnlySpan<byte> payload, uint timestamp, bool marker, int? level = null)
    {
        RtpHeader.Write(_buffer, marker, payloadType, timestamp);
        var headerLength = RtpHeader.FixedLength;
        if (level is { } known)
        {
            headerLength += HeaderExtension.WriteAudioLevel(_buffer, Offered.Extensions.AudioLevel!.Value, known);
        }

        payload.CopyTo(_buffer.AsSpan(headerLength));
        var length = headerLength + payload.Length;

        // The marker begins a spurt of talk: RFC 3551 section 4.1.
        if (Outgoing.Rewrite(_buffer.AsSpan(0, length), Ssrc, timestamp))
        {
            _buffer[1] |= MarkerBit;
        }

        Send(_buffer, length);
    }
}
