using CecSim.Telephony.Calling;
using CecSim.Telephony.Media;
using CecSim.Telephony.Media.Codecs;

namespace CecSim.Cli.Calling.Phoning;

/// <summary>The call at the gateway for people: a line of the ladder for each step, and what was heard.</summary>
internal static class PhoneText
{
    public static string LineOf(CallStep step)
    {
        var times = $"{LadderText.Seconds(step.BeganAt),8}  {LadderText.Seconds(step.EndedAt),8}";
        var (protocol, what) = NamesOf(step.Kind);
        var line = $"{times}  {protocol,-4} {what,-23}  {(step.IsDone ? "ok " : "---")}     {step.Detail}";
        return VisibleText.Line(line) + "\n";
    }

    /// <summary>The verdict on the whole call.</summary>
    public static CallResult Judge(CallResult call, PhoneResult phone)
    {
        var settled = call.IsSound ? phone.AfterItsEnd() : phone;
        var heard = settled.Report is { } report ? HeardBy(report) : "";
        if (settled.IsSound)
        {
            return call with { Text = $"{call.Text}{heard}", Phone = settled };
        }

        var troubles = VisibleText.Line(string.Join("; ", settled.Troubles));
        var remedy = settled.Remedy is null ? "" : $"\n  {settled.Remedy}";
        return new CallResult(
            IsSound: false, $"failed: {troubles}{remedy}{heard}\n  the click-to-call itself: {call.Text}")
        {
            Phone = settled,
        };
    }

    private static string HeardBy(CallReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"\n  set up in {report.SetUp.TotalMilliseconds:0} ms{FirstPacket(report)}" +
        $"{string.Concat(report.Media.Lines.Select(LineOf))}");

    private static string FirstPacket(CallReport report) => report.FirstPacketAfter is { } first
        ? string.Create(CultureInfo.InvariantCulture, $", first packet after {first.TotalMilliseconds:0} ms")
        : "";

    private static string LineOf(LineReport line) => line switch
    {
        { Codec: null } => $"\n  no {line.Medium}: {line.Reason}",
        { Kind: MediaKind.Video } =>
            $"\n  saw {Counted(line)}, {line.FramesIn} pictures, {line.KeyFramesIn} of them key frames",
        _ => $"\n  heard {Counted(line)}{Loudness(line)}",
    } + (line is { Codec: not null, Reason: { } why } ? $"; {why}" : "");

    private static string Loudness(LineReport line) => line switch
    {
        { PeakLevelIn: { } peak } => $", up to {peak} dBov",
        { IsLoudnessUnknown: true } => ", how loud is not known",
        _ => "",
    };

    private static string Counted(LineReport line) => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join(", then ", line.Codecs.Select(c => c.Codec.ToString().ToLowerInvariant()))}: " +
        $"{line.PacketsIn} packets, {line.LostIn} lost, " +
        $"jitter {line.Jitter.TotalMilliseconds:0.0} ms, {line.PacketsOut} sent");

    private static (string Protocol, string What) NamesOf(CallStepKind kind) => kind switch
    {
        CallStepKind.Open => ("WS", "open"),
        CallStepKind.Ring => ("SIP", "ringing"),
        CallStepKind.Invite => ("SIP", "INVITE"),
        CallStepKind.Path => ("ICE", "path"),
        CallStepKind.Handshake => ("DTLS", "handshake"),
        CallStepKind.FirstPacket => ("RTP", "first packet"),
        CallStepKind.Reoffer => ("SIP", "re-INVITE"),
        CallStepKind.Goodbye => ("SIP", "goodbye"),
    };
}
