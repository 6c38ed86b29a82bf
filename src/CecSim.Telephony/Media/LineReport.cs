namespace CecSim.Telephony.Media;

/// <summary>
/// What one m-line has carried in the whole call, in whichever codecs and from whichever senders. Levels are in dBov,
/// from -127 (silence) to 0; bytes are those of whole packets, with what encryption adds.
/// </summary>
public sealed record LineReport
{
    public required string Mid { get; init; }

    /// <summary>As the SDP has it: <c>audio</c>, <c>video</c>, or what is not carried here.</summary>
    public string Medium { get; init; } = "";

    /// <summary>The one in use, or the last that was; null for a line that never had one.</summary>
    public required Codec? Codec { get; init; }

    public MediaKind? Kind => Codec?.Kind();

    public required MediaDirection Direction { get; init; }

    public LineState State { get; init; }

    /// <summary>Why it carries nothing at present; null while it may.</summary>
    public string? Reason { get; init; }

    /// <summary>What went in each of its codecs, in the order of their first use.</summary>
    public IReadOnlyList<CodecUse> Codecs { get; init; } = [];

    /// <summary>Without retransmissions.</summary>
    public long PacketsIn { get; init; }

    public long BytesIn { get; init; }

    public long PacketsOut { get; init; }

    public long BytesOut { get; init; }

    /// <summary>Packets that were lost on their way, whether or not a retransmission made up for them.</summary>
    public long LostIn { get; init; }

    /// <summary>The same of what was sent, by the peer's reports; null before the first.</summary>
    public int? LostOut { get; init; }

    /// <summary>Packets that came again on a stream of their own: RFC 4588.</summary>
    public long RetransmittedIn { get; init; }

    public long RetransmittedOut { get; init; }

    /// <summary>How often the peer asked for packets that it missed: RFC 4585.</summary>
    public long NacksIn { get; init; }

    public long NacksOut { get; init; }

    public TimeSpan Jitter { get; init; }

    public TimeSpan? RoundTrip { get; init; }

    public int? LevelIn { get; init; }

    public int? PeakLevelIn { get; init; }

    public long VoicedPacketsIn { get; init; }

    /// <summary>Sound came, in at least one codec, of which nothing tells how loud it is.</summary>
    public bool IsLoudnessUnknown { get; init; }

    public string DigitsIn { get; init; } = "";

    /// <summary>Pictures of which every packet came; 0 for audio.</summary>
    public long FramesIn { get; init; }

    /// <summary>Those of them that need no other.</summary>
    public long KeyFramesIn { get; init; }

    public long KeyFrameRequestsIn { get; init; }

    public long KeyFrameRequestsOut { get; init; }

    /// <summary>Seconds, of at least two in a row, in which both sides might send and only the peer did.</summary>
    public int OnlyInSeconds { get; init; }

    /// <summary>Seconds, of at least two in a row, in which both sides might send and only the gateway did.</summary>
    public int OnlyOutSeconds { get; init; }

    /// <summary>
    /// Seconds, of at least two in one piece, without a new picture though the peer sent some, or sent nothing at all,
    /// after there had been pictures. Of a source that stands still itself there are none.
    /// </summary>
    public int FrozenSeconds { get; init; }

    /// <summary>
    /// This and what the line carried in another codec before. Its senders are the same, and so is what they lost.
    /// </summary>
    internal LineReport After(LineReport former) => this with
    {
        Codecs = [.. former.Codecs, .. Codecs],
        PacketsIn = former.PacketsIn + PacketsIn,
        BytesIn = former.BytesIn + BytesIn,
        PacketsOut = former.PacketsOut + PacketsOut,
        BytesOut = former.BytesOut + BytesOut,
        LostOut = former.LostOut is null && LostOut is null ? null : (former.LostOut ?? 0) + (LostOut ?? 0),
        RetransmittedIn = former.RetransmittedIn + RetransmittedIn,
        RetransmittedOut = former.RetransmittedOut + RetransmittedOut,
        NacksIn = former.NacksIn + NacksIn,
        NacksOut = former.NacksOut + NacksOut,
        RoundTrip = RoundTrip ?? former.RoundTrip,
        LevelIn = LevelIn ?? former.LevelIn,
        PeakLevelIn = PeakLevelIn > former.PeakLevelIn || former.PeakLevelIn is null
            ? PeakLevelIn
            : former.PeakLevelIn,
        VoicedPacketsIn = former.VoicedPacketsIn + VoicedPacketsIn,
        IsLoudnessUnknown = former.IsLoudnessUnknown || IsLoudnessUnknown,
        DigitsIn = former.DigitsIn + DigitsIn,
        FramesIn = former.FramesIn + FramesIn,
        KeyFramesIn = former.KeyFramesIn + KeyFramesIn,
        KeyFrameRequestsIn = former.KeyFrameRequestsIn + KeyFrameRequestsIn,
        KeyFrameRequestsOut = former.KeyFrameRequestsOut + KeyFrameRequestsOut,
        OnlyInSeconds = former.OnlyInSeconds + OnlyInSeconds,
        OnlyOutSeconds = former.OnlyOutSeconds + OnlyOutSeconds,
        FrozenSeconds = former.FrozenSeconds + FrozenSeconds,
    };
}

/// <summary>What becomes of an m-line by the last description of the call.</summary>
public enum LineState
{
    Active,

    /// <summary>The answer does not take it.</summary>
    Refused,

    /// <summary>The offer, or the answer to one of the gateway's own, has it with port 0.</summary>
    Closed,
}

/// <summary>What went through a line in one codec.</summary>
public sealed record CodecUse(Codec Codec, long PacketsIn, long PacketsOut);
