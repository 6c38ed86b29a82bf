using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.WebRtc.Sdp;

namespace CecSim.Telephony.Media;

/// <summary>What one m-line has carried so far. Levels are in dBov, from -127 (silence) to 0.</summary>
public sealed record LineReport
{
    public required string Mid { get; init; }

    public required Codec Codec { get; init; }

    public MediaKind Kind => Codec.Kind();

    public required MediaDirection Direction { get; init; }

    public long PacketsIn { get; init; }

    public long BytesIn { get; init; }

    public long PacketsOut { get; init; }

    public long BytesOut { get; init; }

    public long LostIn { get; init; }

    /// <summary>What the peer says that it has not received; null before its first report.</summary>
    public int? LostOut { get; init; }

    public TimeSpan Jitter { get; init; }

    public TimeSpan? RoundTrip { get; init; }

    public int? LevelIn { get; init; }

    public int? PeakLevelIn { get; init; }

    public long VoicedPacketsIn { get; init; }

    public string DigitsIn { get; init; } = "";

    /// <summary>Pictures of which at least one packet came; 0 for audio.</summary>
    public long FramesIn { get; init; }

    public long KeyFramesIn { get; init; }

    public long KeyFrameRequestsIn { get; init; }

    public long KeyFrameRequestsOut { get; init; }

    /// <summary>Seconds in which both sides might send and only the peer did.</summary>
    public int OnlyInSeconds { get; init; }

    /// <summary>Seconds in which both sides might send and only the gateway did.</summary>
    public int OnlyOutSeconds { get; init; }

    /// <summary>Seconds without a new picture, after there had been pictures.</summary>
    public int FrozenSeconds { get; init; }
}
