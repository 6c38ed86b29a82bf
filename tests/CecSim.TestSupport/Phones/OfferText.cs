namespace CecSim.Tests;

/// <summary>An offer as a browser writes it, with whatever a test wants different.</summary>
internal sealed record OfferText
{
    public const string Opus = "111 opus/48000/2";
    public const string Pcmu = "0 PCMU/8000";
    public const string Pcma = "8 PCMA/8000";
    public const string Dtmf = "110 telephone-event/48000";
    public const string NarrowDtmf = "126 telephone-event/8000";
    public const string Vp8 = "96 VP8/90000";
    public const string Rtx = "97 rtx/90000";
    public const string H264 = "102 H264/90000";

    public string Fragment { get; init; } = "peer";

    public string Password { get; init; } = "a-password-of-22-letters-or-more";

    public string Fingerprint { get; init; } = "sha-256 " + string.Join(':', Enumerable.Repeat("00", 32));

    public string Setup { get; init; } = "actpass";

    public string Protocol { get; init; } = "UDP/TLS/RTP/SAVPF";

    public IReadOnlyList<string>? Audio { get; init; } = [Opus, Pcmu, Pcma, Dtmf, NarrowDtmf];

    public IReadOnlyList<string>? Video { get; init; }

    public string AudioDirection { get; init; } = "sendrecv";

    public string VideoDirection { get; init; } = "sendrecv";

    /// <summary>Written before the m-lines.</summary>
    public IReadOnlyList<string> SessionLines { get; init; } = [];

    /// <summary>Written at the end of the audio section.</summary>
    public IReadOnlyList<string> AudioLines { get; init; } = [];

    public IReadOnlyList<string> VideoLines { get; init; } = [];

    /// <summary>Lines that begin with any of these are left out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    public override string ToString()
    {
        var lines = new List<string> { "v=0", "o=- 4611731400430051336 2 IN IP4 127.0.0.1", "s=-", "t=0 0" };
        var mids = new[] { Audio, Video }.Where(m => m is not null).Select((_, index) => index);
        lines.Add($"a=group:BUNDLE {string.Join(' ', mids)}");
        lines.AddRange(SessionLines);
        AddMedia(lines, "audio", Audio, AudioDirection, 0);
        lines.AddRange(AudioLines);
        AddMedia(lines, "video", Video, VideoDirection, Audio is null ? 0 : 1);
        lines.AddRange(VideoLines);
        var text = new StringBuilder();
        foreach (var line in lines.Where(l => !Without.Any(w => l.StartsWith(w, StringComparison.Ordinal))))
        {
            text.Append(line).Append("\r\n");
        }

        return text.ToString();
    }

    private void AddMedia(List<string> lines, string kind, IReadOnlyList<string>? codecs, string direction, int mid)
    {
        if (codecs is null)
        {
            return;
        }

        lines.Add($"m={kind} 9 {Protocol} {string.Join(' ', codecs.Select(c => c.Split(' ')[0]))}");
        lines.Add("c=IN IP4 0.0.0.0");
        lines.Add($"a=ice-ufrag:{Fragment}");
        lines.Add($"a=ice-pwd:{Password}");
        lines.Add($"a=fingerprint:{Fingerprint}");
        lines.Add($"a=setup:{Setup}");
        lines.Add($"a=mid:{mid}");
        lines.Add("a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level");
        lines.Add("a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid");
        lines.Add($"a={direction}");
        lines.Add("a=rtcp-mux");
        foreach (var codec in codecs)
        {
            AddCodec(lines, codec);
        }
    }

    private static void AddCodec(List<string> lines, string codec)
    {
        lines.Add($"a=rtpmap:{codec}");
        var type = codec.Split(' ')[0];
        switch (codec)
        {
            case Opus:
                lines.Add($"a=fmtp:{type} minptime=10;useinbandfec=1");
                break;
            case H264:
                lines.Add($"a=fmtp:{type} level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f");
                break;
            case Rtx:
                lines.Add($"a=fmtp:{type} apt=96");
                break;
            default:
                break;
        }

        if (codec.EndsWith("/90000", StringComparison.Ordinal) && !codec.Contains("rtx", StringComparison.Ordinal))
        {
            lines.Add($"a=rtcp-fb:{type} goog-remb");
            lines.Add($"a=rtcp-fb:{type} ccm fir");
            lines.Add($"a=rtcp-fb:{type} nack");
            lines.Add($"a=rtcp-fb:{type} nack pli");
        }
    }
}
