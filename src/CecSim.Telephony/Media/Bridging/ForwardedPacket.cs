using CecSim.Telephony.Media.Dtmf;

namespace CecSim.Telephony.Media.Bridging;

internal enum ForwardedKind : byte
{
    Sound,
    Picture,
    Digit,

    /// <summary>A key that was heard in the sound.</summary>
    Key,

    /// <summary>How loud the quiet is that follows: RFC 3389.</summary>
    ComfortNoise,

    /// <summary>The one that asks cannot go on without a key frame.</summary>
    KeyFrameRequest,
}

/// <summary>What one leg of a bridge has for the other.</summary>
internal struct ForwardedPacket
{
    /// <summary>Room for the header that the other leg puts before the payload, with a level in it.</summary>
    public const int PayloadAt = RtpHeader.FixedLength + HeaderExtension.LevelLength;

    /// <summary>What encryption adds: <see cref="IMediaPath"/> promises it behind each packet.</summary>
    public const int Spare = 32;

    public ForwardedKind Kind;
    public Codec Codec;
    public bool Marker;

    /// <summary>Its time stamp has nothing to do with those before.</summary>
    public bool Leaps;

    /// <summary>How loud it is, in dBov; null where nothing tells it.</summary>
    public int? Level;

    /// <summary>Of its sender, as are its numbers.</summary>
    public uint Ssrc;

    /// <summary>In the clock of the codec, or of the digit.</summary>
    public uint Timestamp;

    public ushort Sequence;

    /// <summary>When it came, as a timestamp.</summary>
    public long CameAt;

    public DtmfEvent Digit;
    public int DigitClockRate;
    public char Key;

    /// <summary>Has the payload from <see cref="PayloadAt"/> on; null for what has none.</summary>
    public byte[]? Buffer;

    public int PayloadLength;

    public readonly ReadOnlySpan<byte> Payload => Buffer.AsSpan(PayloadAt, PayloadLength);
}
