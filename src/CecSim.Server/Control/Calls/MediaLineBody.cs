using CecSim.Telephony.Media;

namespace CecSim.Server.Control.Calls;

/// <summary>One m-line of a call. In is from the client; levels are in dBov, from -127 (silence) to 0.</summary>
/// <param name="Direction">As the gateway sees it.</param>
/// <param name="LostOut">What the client says that it has not received; null before its first report.</param>
/// <param name="RoundTripMs">Null before the client's first report.</param>
/// <param name="Level">How loud the client was last; null when nothing tells.</param>
/// <param name="VoicedPackets">Of the packets in, those of -50 dBov or louder.</param>
/// <param name="Digits">The keys that were pressed as RFC 4733 has it.</param>
internal sealed record MediaLineBody(
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
    int FrozenSeconds)
{
    public static MediaLineBody Of(LineReport line) => new(
        line.Mid,
        Words.Of(line.Codec),
        Words.Of(line.Direction),
        line.PacketsIn,
        line.BytesIn,
        line.LostIn,
        line.PacketsOut,
        line.BytesOut,
        line.LostOut,
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
}
