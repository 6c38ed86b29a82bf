namespace CecSim.Control.Contracts;

/// <summary>
/// One m-line of a call, in all of the call: through holds, changes of codec and senders, and when it is closed. In is
/// from the client; levels are in dBov, from -127 (silence) to 0.
/// </summary>
/// <param name="Mid">Its name in the SDP.</param>
/// <param name="Kind"><c>audio</c>, <c>video</c>, or what is not carried, as <c>application</c>.</param>
/// <param name="Codec">The one in use, or the last that was; null for a line that never had one.</param>
/// <param name="Direction">As the gateway sees it.</param>
/// <param name="State">Whether it carries anything.</param>
/// <param name="Reason">Why it is refused or closed; null while it is active.</param>
/// <param name="Codecs">What went in each of its codecs, in the order of their first use.</param>
/// <param name="PacketsIn">RTP packets that came, without retransmissions (RFC 4588).</param>
/// <param name="BytesIn">Their bytes, with what encryption adds.</param>
/// <param name="LostIn">
/// Packets that were lost on their way, by their numbers, whether or not a retransmission made up for them.
/// </param>
/// <param name="PacketsOut">RTP packets that were sent.</param>
/// <param name="BytesOut">Their bytes, with what encryption adds.</param>
/// <param name="LostOut">
/// Packets that were lost on their way to the client, by its reports; null before the first.
/// </param>
/// <param name="RetransmittedIn">Packets that the client sent again, on a stream of their own.</param>
/// <param name="RetransmittedOut">Packets that the gateway sent again.</param>
/// <param name="NacksIn">How often the client asked for packets that it missed (RFC 4585).</param>
/// <param name="NacksOut">How often the gateway did.</param>
/// <param name="JitterMs">How unsteadily packets come (RFC 3550, section 6.4.1).</param>
/// <param name="RoundTripMs">How long a report takes there and back; null before the client's first report.</param>
/// <param name="Level">How loud the client was last; null when nothing tells.</param>
/// <param name="PeakLevel">How loud it was at most.</param>
/// <param name="VoicedPackets">Packets of -50 dBov or louder.</param>
/// <param name="Digits">The keys that were pressed in this line (RFC 4733).</param>
/// <param name="FramesIn">Pictures of which every packet came.</param>
/// <param name="KeyFramesIn">Those that need no other picture.</param>
/// <param name="KeyFrameRequestsIn">How often the client asked for one.</param>
/// <param name="KeyFrameRequestsOut">How often the gateway asked for one.</param>
/// <param name="OnlyInSeconds">
/// Seconds, of at least two in a row, in which both sides might send and only the client did.
/// </param>
/// <param name="OnlyOutSeconds">The same of the gateway.</param>
/// <param name="FrozenSeconds">
/// Seconds, of at least two in one piece, in which no new picture came whole though the client sent some, or sent
/// nothing at all. Of a source that stands still itself there are none.
/// </param>
public sealed record MediaLine(
    string Mid,
    string Kind,
    MediaCodec? Codec,
    MediaDirection Direction,
    MediaLineState State,
    string? Reason,
    IReadOnlyList<CodecUse> Codecs,
    long PacketsIn,
    long BytesIn,
    long LostIn,
    long PacketsOut,
    long BytesOut,
    int? LostOut,
    long RetransmittedIn,
    long RetransmittedOut,
    long NacksIn,
    long NacksOut,
    double JitterMs,
    double? RoundTripMs,
    int? Level,
    int? PeakLevel,
    long VoicedPackets,
    string Digits,
    long FramesIn,
    long KeyFramesIn,
    long KeyFrameRequestsIn,
    long KeyFrameRequestsOut,
    int OnlyInSeconds,
    int OnlyOutSeconds,
    int FrozenSeconds);

/// <summary>What went through a line in one codec.</summary>
/// <param name="Codec">Which.</param>
/// <param name="PacketsIn">RTP packets that came in it.</param>
/// <param name="PacketsOut">RTP packets that were sent in it.</param>
public sealed record CodecUse(MediaCodec Codec, long PacketsIn, long PacketsOut);

/// <summary>The codecs of the gateway.</summary>
[JsonConverter(typeof(EnumWordConverter<MediaCodec>))]
public enum MediaCodec
{
    /// <summary>A codec that this client does not know.</summary>
    Unknown,

    /// <summary>Opus (RFC 6716).</summary>
    Opus,

    /// <summary>G.711, mu-law.</summary>
    Pcmu,

    /// <summary>G.711, A-law.</summary>
    Pcma,

    /// <summary>VP8 (RFC 6386).</summary>
    Vp8,

    /// <summary>H.264.</summary>
    H264,

    /// <summary>G.722 at 64 kbit/s.</summary>
    G722,
}

/// <summary>Who may send in an m-line, as the gateway sees it (RFC 8866, section 6.7).</summary>
[JsonConverter(typeof(EnumWordConverter<MediaDirection>))]
public enum MediaDirection
{
    /// <summary>A direction that this client does not know.</summary>
    Unknown,

    /// <summary>Nobody.</summary>
    Inactive,

    /// <summary>The gateway.</summary>
    SendOnly,

    /// <summary>The client.</summary>
    ReceiveOnly,

    /// <summary>Both.</summary>
    SendReceive,
}

/// <summary>Whether an m-line carries anything.</summary>
[JsonConverter(typeof(EnumWordConverter<MediaLineState>))]
public enum MediaLineState
{
    /// <summary>A state that this client does not know.</summary>
    Unknown,

    /// <summary>It may.</summary>
    Active,

    /// <summary>It was never accepted.</summary>
    Refused,

    /// <summary>It was, and is no more.</summary>
    Closed,
}
