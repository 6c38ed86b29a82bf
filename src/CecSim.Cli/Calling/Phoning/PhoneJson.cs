using CecSim.Telephony.Calling;
using CecSim.Telephony.Media;
using CecSim.Telephony.Media.Codecs;
using CodecUse = CecSim.Telephony.Media.CodecUse;

namespace CecSim.Cli.Calling.Phoning;

/// <summary>The call at the gateway for programs. Times of the ladder are in seconds, others in milliseconds.</summary>
internal static class PhoneJson
{
    public static JsonObject Of(PhoneResult phone, IEnumerable<CallStep> steps) => new()
    {
        ["gateway"] = phone.Gateway?.AbsoluteUri,
        ["sound"] = phone.IsSound,
        ["troubles"] = new JsonArray([.. phone.Troubles.Select(t => JsonValue.Create(t))]),
        ["remedy"] = phone.Remedy,
        ["steps"] = new JsonArray([.. steps.Select(Of)]),
        ["answeredAfterMs"] = phone.Report?.AnsweredAfter.TotalMilliseconds,
        ["setUpMs"] = phone.Report?.SetUp.TotalMilliseconds,
        ["firstPacketAfterMs"] = phone.Report?.FirstPacketAfter?.TotalMilliseconds,
        ["ending"] = phone.Report?.Ending?.ToString(),
        ["local"] = phone.Report?.Media.Local?.ToString(),
        ["remote"] = phone.Report?.Media.Remote?.ToString(),
        ["profile"] = Word(phone.Report?.Media.Profile),
        ["heardAudio"] = phone.Report?.Media.HasHeardAudio,
        ["sawVideo"] = phone.Report?.Media.HasSeenVideo,
        ["oneWayAudio"] = phone.Report?.Media.HasOneWayAudio,
        ["frozenVideo"] = phone.Report?.Media.HasFrozenVideo,
        ["lines"] = new JsonArray([.. (phone.Report?.Media.Lines ?? []).Select(Of)]),
    };

    private static JsonNode Of(CallStep step) => new JsonObject
    {
        ["step"] = Word(step.Kind),
        ["beganAt"] = step.BeganAt.TotalSeconds,
        ["endedAt"] = step.EndedAt.TotalSeconds,
        ["done"] = step.IsDone,
        ["detail"] = step.Detail,
    };

    private static JsonNode Of(LineReport line) => new JsonObject
    {
        ["kind"] = line.Medium,
        ["codec"] = Word(line.Codec),
        ["direction"] = Word(line.Direction),
        ["state"] = Word<LineState?>(line.State),
        ["reason"] = line.Reason,
        ["codecs"] = new JsonArray([.. line.Codecs.Select(Of)]),
        ["packetsIn"] = line.PacketsIn,
        ["packetsOut"] = line.PacketsOut,
        ["lostIn"] = line.LostIn,
        ["lostOut"] = line.LostOut,
        ["retransmittedIn"] = line.RetransmittedIn,
        ["retransmittedOut"] = line.RetransmittedOut,
        ["nacksIn"] = line.NacksIn,
        ["nacksOut"] = line.NacksOut,
        ["jitterMs"] = line.Jitter.TotalMilliseconds,
        ["roundTripMs"] = line.RoundTrip?.TotalMilliseconds,
        ["peakLevel"] = line.PeakLevelIn,
        ["voicedPackets"] = line.VoicedPacketsIn,
        ["frames"] = line.FramesIn,
        ["keyFrames"] = line.KeyFramesIn,
    };

    private static JsonNode Of(CodecUse use) => new JsonObject
    {
        ["codec"] = Word<Codec?>(use.Codec),
        ["packetsIn"] = use.PacketsIn,
        ["packetsOut"] = use.PacketsOut,
    };

    // As the control API writes them.
    private static string? Word<T>(T? value) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName($"{value}")
        is { Length: > 0 } word ? word : null;
}
