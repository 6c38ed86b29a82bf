using CecSim.Telephony.Media;

namespace CecSim.Server.Control.Calls;

/// <summary>
/// One m-line of a call, in all of the call. In is from the client; levels are in dBov, from -127 (silence) to 0.
/// </summary>
/// <param name="Kind"><c>audio</c>, <c>video</c>, or what is not carried.</param>
/// <param name="Codec">The one in use, or the last that was; null for a line that never had one.</param>
/// <param name="Direction">As the gateway sees it.</param>
/// <param name="State"><c>active</c>, <c>refused</c> or <c>closed</c>.</param>
/// <param name="Reason">Why it is refused or closed; null while it is active.</param>
/// <param name="Codecs">What went in each of its codecs, in the order of their first use.</param>
/// <param name="PacketsIn">Without retransmissions (RFC 4588).</param>
/// <param name="LostIn">Lost on the way, whether or not a retransmission made up for it.</param>
/// <param name="LostOut">The same of what was sent, by the client's reports; null before the first.</param>
/// <param name="NacksIn">How often the client asked for packets that it missed (RFC 4585).</param>
/// <param name="RoundTripMs">Null before the client's first report.</param>
/// <param name="Level">How loud the client was last; null when nothing tells.</param>
/// <param name="VoicedPackets">Of the packets in, those of -50 dBov or louder.</param>
/// <param name="Digits">The keys that were pressed as RFC 4733 has it.</param>
internal sealed record MediaLineBody(
    string Mid,
    string Kind,
    string? Codec,
    string Direction,
    string State,
    string? Reason,
    IReadOnlyList<MediaLineBody.CodecBody> Codecs,
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
    int FrozenSeconds)
{
    public static MediaLineBody Of(LineReport line) => new(
        line.Mid,
        line.Medium,
        line.Codec is { } codec ? Words.Of(codec) : null,
        Words.Of(line.Direction),
        Words.Of(line.State),
        line.Reason,
        [.. line.Codecs.Select(c => new CodecBody(Words.Of(c.Codec), c.PacketsIn, c.PacketsOut))],
        line.PacketsIn,
        line.BytesIn,
        line.LostIn,
        line.PacketsOut,
        line.BytesOut,
        line.LostOut,
        line.RetransmittedIn,
        line.RetransmittedOut,
        line.NacksIn,
        line.NacksOut,
        line.Jitter.TotalMilliseconds,
        line.RoundTrip?.TotalMilliseconds,
        line.LevelIn,
        line.PeakLevelIn,
        line.VoicedPacketsIn,
        line.DigitsIn,
        line.FramesIn,
        line.KeyFramesIn,
        line.KeyFrameRequestsIn,
        line.KeyFrameRequestsOut,
        line.OnlyInSeconds,
        line.OnlyOutSeconds,
        line.FrozenSeconds);

    internal sealed record CodecBody(string Codec, long PacketsIn, long PacketsOut);
}
