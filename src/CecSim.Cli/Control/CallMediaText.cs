namespace CecSim.Cli.Control;

/// <summary>What the gateway heard and saw of a call, for people.</summary>
internal static class CallMediaText
{
    public static string Of(CallMedia media) =>
        TableWriter.Facts(
            ("call", TableWriter.Number(media.CallId)),
            ("heard audio", media.HeardAudio is { } heard ? YesOrNo(heard) : "nothing tells how loud it was"),
            ("saw video", YesOrNo(media.SawVideo)),
            ("one-way audio", YesOrNo(media.OneWayAudio)),
            ("frozen video", YesOrNo(media.FrozenVideo)),
            ("security", EnumWords.Of(media.Security)),
            ("ICE", Words(EnumWords.Of(media.Ice.State), media.Ice.Local, media.Ice.Remote)),
            ("DTLS", Words(EnumWords.Of(media.Dtls.State), EnumWords.Of(media.Dtls.Profile), media.Dtls.Reason)),
            ("connected after", Milliseconds(media.ConnectedAfterMs)),
            ("end", Words(EnumWords.Of(media.End), media.Why)),
            ("rejected packets", TableWriter.Number(media.RejectedPackets)),
            ("unclaimed packets", TableWriter.Number(media.UnclaimedPackets)),
            ("foreign packets", TableWriter.Number(media.ForeignPackets)),
            ("recording", media.Recording is { } recording ? Of(recording) : null))
        + "\n"
        + LinesOf(media)
        + (media.Refused.Count == 0 ? "" : "\n" + TableWriter.Of(
            ["REFUSED", "STATUS", "AT", "WHY"],
            media.Refused.Select(r => (string?[])
            [
                r.Method, TableWriter.Number(r.Status), TableWriter.Time(r.At), r.Why,
            ]),
            whenEmpty: ""));

    private static string LinesOf(CallMedia media) => TableWriter.Of(
        [
            "LINE", "KIND", "CODEC", "DIRECTION", "STATE", "IN", "LOST IN", "OUT", "LOST OUT", "JITTER", "ROUND TRIP",
            "PEAK", "KEYS", "FROZEN",
        ],
        media.Lines.Select(l => (string?[])
        [
            l.Mid,
            l.Kind,
            EnumWords.Of(l.Codec),
            EnumWords.Of(l.Direction),
            Words(EnumWords.Of(l.State), l.Reason),
            TableWriter.Number(l.PacketsIn),
            TableWriter.Number(l.LostIn),
            TableWriter.Number(l.PacketsOut),
            TableWriter.Number(l.LostOut),
            Milliseconds(l.JitterMs),
            Milliseconds(l.RoundTripMs),
            l.PeakLevel is { } peak ? string.Create(CultureInfo.InvariantCulture, $"{peak} dBov") : null,
            l.Digits,
            string.Create(CultureInfo.InvariantCulture, $"{l.FrozenSeconds} s"),
        ]),
        "Nothing was offered.");

    private static string Of(MediaRecording recording) => Words(
        TableWriter.List(recording.Files.Select(f => f.Path)),
        recording.Complete ? "complete" : "not complete",
        recording.Failure);

    private static string Words(params ReadOnlySpan<string?> words)
    {
        var text = "";
        foreach (var word in words)
        {
            text += string.IsNullOrEmpty(word) ? "" : text.Length == 0 ? word : $", {word}";
        }

        return text;
    }

    private static string YesOrNo(bool fact) => fact ? "yes" : "no";

    private static string? Milliseconds(double? time) => time is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{known:0.#} ms")
        : null;
}
