namespace CecSim.ControlClient;

/// <summary>One m-line of a call. In is from the client; levels are in dBov, from -127 (silence) to 0.</summary>
/// <param name="Mid">Its name in the SDP.</param>
/// <param name="Codec"><c>opus</c>, <c>pcmu</c>, <c>pcma</c>, <c>vp8</c> or <c>h264</c>.</param>
/// <param name="Direction">
/// As the gateway sees it: <c>sendReceive</c>, <c>sendOnly</c>, <c>receiveOnly</c> or <c>inactive</c>.
/// </param>
/// <param name="PacketsIn">RTP packets that came.</param>
/// <param name="BytesIn">Their bytes, without what encryption adds.</param>
/// <param name="LostIn">Packets that never came, by their numbers.</param>
/// <param name="PacketsOut">RTP packets that were sent.</param>
/// <param name="BytesOut">Their bytes, with what encryption adds.</param>
/// <param name="LostOut">What the client says that it has not received; null before its first report.</param>
/// <param name="JitterMs">How unsteadily packets come (RFC 3550, section 6.4.1).</param>
/// <param name="RoundTripMs">How long a report takes there and back; null before the client's first report.</param>
/// <param name="Level">How loud the client was last; null when nothing tells.</param>
/// <param name="PeakLevel">How loud it was at most.</param>
/// <param name="VoicedPackets">Packets of -50 dBov or louder.</param>
/// <param name="Digits">The keys that were pressed in this line (RFC 4733).</param>
/// <param name="FramesIn">Pictures of which at least one packet came.</param>
/// <param name="KeyFramesIn">Those that need no other picture.</param>
/// <param name="KeyFrameRequestsIn">How often the client asked for one.</param>
/// <param name="KeyFrameRequestsOut">How often the gateway asked for one.</param>
/// <param name="OnlyInSeconds">Seconds in which both sides might send and only the client did.</param>
/// <param name="OnlyOutSeconds">Seconds in which both sides might send and only the gateway did.</param>
/// <param name="FrozenSeconds">Seconds without a new picture, after there had been pictures.</param>
public sealed record MediaLine(
    string Mid,
    string Codec,
    string Direction,
    long PacketsIn,
    long BytesIn,
    long LostIn,
    long PacketsOut,
    long BytesOut,
    int? LostOut,
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
