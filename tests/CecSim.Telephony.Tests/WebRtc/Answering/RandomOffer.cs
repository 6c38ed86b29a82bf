using FsCheck;
using FsCheck.Fluent;

namespace CecSim.Telephony.Tests.WebRtc.Answering;

/// <summary>
/// An offer of any shape that has one line of sound which a gateway can take. What is said of its transport stands in
/// each section, above all, or in the tagged one alone.
/// </summary>
internal sealed record RandomOffer(
    IReadOnlyList<string> Kinds,
    string Grouping,
    string Placement,
    string Setup,
    string Fingerprint,
    string Direction,
    string Protocol,
    string LineEnd,
    string Blank,
    string Tail)
{
    private const string Hex32 =
        "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF";

    private static readonly Dictionary<string, string[]> Sections = new()
    {
        ["opus"] = ["audio 9 ? 111 0 110", "a=rtpmap:111?opus/48000/2", "a=fmtp:111 minptime=10",
            "a=rtpmap:110 telephone-event/48000"],
        ["pcmu"] = ["audio 9 ? 0 101", "a=rtpmap:101 telephone-event/8000/1"],
        ["pcma"] = ["audio 9 ? 8", "a=rtpmap:8 pcma/8000/1"],
        ["g722"] = ["audio 9 ? 9"],
        ["g723"] = ["audio 9 ? 4", "a=rtpmap:4 G723/8000"],
        ["vp8"] = ["video 9 ? 96 97", "a=rtpmap:96 VP8/90000", "a=rtcp-fb:96 nack pli", "a=rtcp-fb:* ccm fir",
            "a=rtpmap:97 rtx/90000"],
        ["h264"] = ["video 9 ? 102", "a=rtpmap:102 H264/90000", "a=fmtp:102 profile-level-id=42e01f"],
        ["h265"] = ["video 9 ? 116", "a=rtpmap:116 H265/90000"],
        ["off"] = ["video 0 ? 96", "a=rtpmap:96 VP8/90000"],
        ["only"] = ["video 0 ? 96", "a=bundle-only", "a=rtpmap:96 VP8/90000"],
        ["data"] = ["application 9 UDP/DTLS/SCTP webrtc-datachannel", "a=sctp-port:5000"],
    };

    public static Arbitrary<RandomOffer> Any() => (
        from before in Gen.Elements("g723", "vp8", "h264", "h265", "off", "data").ListOf().Resize(3)
        from sound in Gen.Elements("opus", "g722", "pcmu", "pcma")
        from after in Gen.Elements("pcmu", "vp8", "h264", "h265", "off", "only", "data").ListOf().Resize(4)
        from grouping in Gen.Elements("none", "mids", "all", "reversed", "sound", "two", "lip")
        from placement in Gen.Elements("each", "session", "tagged")
        from setup in Gen.Elements("actpass", "active", "passive", "", "PASSIVE")
        from fingerprint in Gen.Elements(
            $"sha-256 {Hex32}", $"sha-1 {Hex32[..59]}|SHA-256 {Hex32.ToLowerInvariant()}",
            $"sha-3 00|sha-384 {Hex32}:{Hex32[..47]}", $"sha-256 {Hex32}|sha-512 {Hex32}:{Hex32}")
        from direction in Gen.Elements("sendrecv", "sendonly", "recvonly", "inactive", "")
        from protocol in Gen.Elements(
            "UDP/TLS/RTP/SAVPF", "RTP/SAVPF", "UDP/TLS/RTP/SAVP", "RTP/AVP", "TCP/DTLS/RTP/SAVPF")
        from lineEnd in Gen.Elements("\r\n", "\n", " \r\n", "\t\n")
        from blank in Gen.Elements(" ", "  ", "\t")
        from tail in Gen.Elements("", "\r\n", "\r\n\r\n", " \n")
        select new RandomOffer(
            [.. before, sound, .. after], grouping, placement, setup, fingerprint, direction, protocol, lineEnd, blank,
            tail)).ToArbitrary();

    // Only in a group may a section lean upon another one.
    private bool IsBundled => Grouping is "all" or "reversed" or "lip";

    private string PlacementUsed => IsBundled || Placement == "session" ? Placement : "each";

    private int SoundAt => Kinds.Index().First(k => k.Item is "opus" or "g722" or "pcmu" or "pcma").Index;

    private int[] Order => Grouping == "reversed" ? [.. Enumerable.Range(0, Kinds.Count).Reverse()]
        : [.. Enumerable.Range(0, Kinds.Count)];

    public override string ToString()
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append(LineEnd);
        Line("v=0");
        Line("o=- 1 1 IN IP4 127.0.0.1");
        Line("s=-");
        Line("t=0 0");
        foreach (var group in Groups())
        {
            Line($"a=group:{group.Replace(" ", Blank, StringComparison.Ordinal)}");
        }

        if (PlacementUsed == "session")
        {
            Transport().ForEach(Line);
        }

        var tagged = Order.FirstOrDefault(i => Kinds[i] is not ("off" or "only"));
        foreach (var (index, kind) in Kinds.Index())
        {
            var lines = Sections[kind];
            Line("m=" + lines[0].Replace("?", Protocol, StringComparison.Ordinal));
            Line("c=IN IP4 0.0.0.0");
            if (Grouping != "none")
            {
                Line($"a=mid:{index}");
            }

            if (kind != "only" && (PlacementUsed == "each" || (PlacementUsed == "tagged" && index == tagged)))
            {
                Transport().ForEach(Line);
            }

            if ((kind != "only" && PlacementUsed != "tagged") || index == tagged)
            {
                Line("a=rtcp-mux");
            }

            lines.Skip(1).ToList().ForEach(l => Line(l.Replace("?", Blank, StringComparison.Ordinal)));
            if (Direction.Length > 0)
            {
                Line($"a={Direction}");
            }
        }

        return text.Append(Tail).ToString();
    }

    private IEnumerable<string> Groups()
    {
        var all = string.Join(' ', Order);
        switch (Grouping)
        {
            case "all" or "reversed":
                yield return $"BUNDLE {all}";
                break;
            case "lip":
                yield return $"LS {all}";
                yield return $"BUNDLE {all} unknown";
                break;
            case "sound":
                yield return $"BUNDLE {SoundAt}";
                break;
            case "two":
                yield return $"BUNDLE {SoundAt}";
                yield return $"BUNDLE {string.Join(' ', Order.Where(i => i != SoundAt))}";
                break;
            default:
                break;
        }
    }

    private List<string> Transport() =>
    [
        "a=ice-ufrag:peer",
        "a=ice-pwd:a-password-of-22-letters-or-more",
        .. Fingerprint.Split('|').Select(f => $"a=fingerprint:{f.Replace(" ", Blank, StringComparison.Ordinal)}"),
        .. Setup.Length == 0 ? Array.Empty<string>() : [$"a=setup:{Setup}"],
    ];
}
