using CecSim.Telephony.Media.Bridging;
using CecSim.Telephony.Media.Clips;
using CecSim.Telephony.Media.Dtmf;
using CecSim.Telephony.Media.Recording;
using CecSim.Telephony.WebRtc;

namespace CecSim.Telephony.Media.Lines;

internal sealed partial class AudioLine : MediaSection
{
    /// <summary>Longer than any frame of the clips: Opus at its greatest has 1,275 bytes.</summary>
    private const int BufferLength = 1500;

    private readonly Pacer _pacer;
    private readonly AudioLevels _heardLevels = new();
    private readonly DtmfReceiver _heard = new();
    private readonly DtmfSender _digits = new();
    private readonly List<char> _digitsIn = [];
    private readonly byte[] _buffer = new byte[BufferLength];
    private readonly uint _unitsPerFrame;
    private byte[][]? _clip;
    private int[] _levels = [];
    private int _frame;
    private AnnouncedFrames? _said;
    private AnnouncedFrames? _loop;
    private long _unmeasured;
    private uint _timestamp;
    private uint _digitTimestamp;

    public AudioLine(
        IMediaPath path, OfferedLine offered, RtcInputs inputs, CallRecording? recording, ReceivedSources sources)
        : base(path, offered, inputs, recording, sources)
    {
        _pacer = new Pacer(AudioClips.FrameTime, inputs.Clock);
        _unitsPerFrame = (uint)(Codec.Codec.ClockRate() / AudioClips.FramesPerSecond);
    }

    /// <summary>False when the peer takes no digits, one is none, or too many wait already.</summary>
    public bool TrySend(string digits) =>
        Codec.Digits is not null ? _digits.TryEnqueue(digits) : TrySendAsTones(digits);

    /// <summary>Sends it once above all else, in the place of what was said before; null for no more of that.</summary>
    public void Say(Announcement? once) => Announce(ref _said, once, repeats: false);

    /// <summary>Sends it again and again in the place of the source; null for the source.</summary>
    public void Loop(Announcement? again) => Announce(ref _loop, again, repeats: true);

    public void NoteDigits(string digits) =>
        _digitsIn.AddRange(digits.Take(DtmfSender.DigitsMax - _digitsIn.Count));

    protected override void Take(Span<byte> buffer, int length, in RtpHeader header)
    {
        var payload = header.PayloadOf(buffer[..length]);
        var level = Measure(buffer[..length], payload, header);
        ListenForTones(payload);

        // A key that is heard as a tone goes on as a key, and not twice.
        if (_tones?.Held is null)
        {
            Forward(ForwardedKind.Sound, payload, header, level);
        }

        if (Source == MediaSource.Echo && MaySend && !_digits.IsBusy && !IsAnnouncing)
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
            else if (_tonesOut.IsBusy)
            {
                SendTone();
            }
            else if ((_said?.Next() ?? _loop?.Next()) is { } announced)
            {
                SendMade(announced.Payload, announced.Level);
                EndOfSaid();
            }
            else if (_clip is { } clip)
            {
                SendMade(clip[_frame % clip.Length], _levels[_frame % _levels.Length]);
                _frame++;
            }
        }
    }

    private bool IsAnnouncing => _said is not null || _loop is not null;

    private void Announce(ref AnnouncedFrames? place, Announcement? announcement, bool repeats)
    {
        if (announcement is not null || place is not null)
        {
            place = announcement is null ? null : new AnnouncedFrames(announcement, Codec.Codec, repeats);
            Outgoing.Interrupt();
        }
    }

    private void EndOfSaid()
    {
        if (_said is { IsOver: true })
        {
            _said = null;
            Outgoing.Interrupt();
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

        level ??= LevelByDecoding(payload);
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
