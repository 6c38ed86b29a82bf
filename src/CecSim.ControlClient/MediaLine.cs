namespace CecSim.ControlClient;

/// <summary>
/// One m-line of a call, in all of the call: through holds, changes of codec and senders, and when it is closed. In is
/// from the client; levels are in dBov, from -127 (silence) to 0.
/// </summary>
/// <param name="Mid">Its name in the SDP.</param>
/// <param name="Kind"><c>audio</c>, <c>video</c>, or what is not carried, as <c>application</c>.</param>
/// <param name="Codec">
/// <c>opus</c>, <c>pcmu</c>, <c>pcma</c>, <c>vp8</c> or <c>h264</c>: the one in use, or the last that was; null for a
/// line that never had one.
/// </param>
/// <param name="Direction">
/// As the gateway sees it: <c>sendReceive</c>, <c>sendOnly</c>, <c>receiveOnly</c> or <c>inactive</c>.
/// </param>
/// <param name="State"><c>active</c>, <c>refused</c> or <c>closed</c>.</param>
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
    string? Codec,
    string Direction,
    string State,
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
/// <param name="Codec">Its name.</param>
/// <param name="PacketsIn">RTP packets that came in it.</param>
/// <param name="PacketsOut">RTP packets that were sent in it.</param>
public sealed record CodecUse(string Codec, long PacketsIn, long PacketsOut);
