using System.Diagnostics;
using CecSim.Telephony.Media.Clips;

namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>The offer that begins a call, as a browser writes it: RFC 8829 section 5.2.</summary>
/// <param name="Codecs">Best first among those of one kind.</param>
internal sealed record FirstOffer(
    ulong SessionId,
    int Version,
    LocalTransport Own,
    IReadOnlyCollection<Codec> Codecs)
{
    // RFC 3551 section 6.
    private const int ComfortNoise = 13;
    private const int ComfortNoiseRate = 8_000;

    // Of RFC 6184 section 8.1, as browsers have it.
    private const string ConstrainedBaseline =
        "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f";

    // Keys at the clock rates of both codecs that there are: RFC 4733 section 2.1.
    private static readonly (int Type, int ClockRate)[] Digits = [(110, 48_000), (126, 8_000)];

    /// <summary>Pauses of G.711 may be told: RFC 3389.</summary>
    public bool HasComfortNoise { get; init; }

    public int LinesCount => Of(MediaKind.Video).Count > 0 ? 2 : 1;

    public string Write()
    {
        var (audio, video) = (Of(MediaKind.Audio), Of(MediaKind.Video));
        var text = SdpText.Begin(SessionId, Version, Own.Address.Address);
        Own.WriteSession(text);
        if (Own.IsForBrowsers)
        {
            text.Line(video.Count == 0 ? (FormattableString)$"a=group:BUNDLE 0" : $"a=group:BUNDLE 0 1");
        }

        // A phone may take a clock rate for granted that one of the codecs has.
        var digits = Digits.Where(d => Own.IsForBrowsers || audio.Exists(c => c.ClockRate() == d.ClockRate)).ToList();
        var pauses = HasComfortNoise && audio.Exists(c => c.ClockRate() == ComfortNoiseRate);
        var formats = Formats(audio)
            + (pauses ? $" {ComfortNoise}" : "")
            + string.Concat(digits.Select(d => $" {d.Type}"));
        WriteLine(text, MediaKind.Audio, formats, mid: 0);
        if (Own.IsForBrowsers)
        {
            text.Line($"a=extmap:1 {HeaderExtensions.AudioLevelUri}");
        }

        WriteCodecs(text, audio);
        if (pauses)
        {
            text.Line($"a=rtpmap:{ComfortNoise} CN/{ComfortNoiseRate}");
        }

        foreach (var (type, clockRate) in digits)
        {
            text.Line($"a=rtpmap:{type} telephone-event/{clockRate}");
            text.Line($"a=fmtp:{type} 0-15");
        }

        if (!Own.IsForBrowsers)
        {
            text.Line($"a=ptime:{1000 / AudioClips.FramesPerSecond}");
        }

        if (video.Count > 0)
        {
            var again = string.Concat(video.Select(c => $" {TypeOf(c) + 1}"));
            WriteLine(text, MediaKind.Video, Formats(video) + again, mid: 1);
            WriteCodecs(text, video);
        }

        return text.ToString();
    }

    private List<Codec> Of(MediaKind kind) =>
        Own.For(kind) is null ? [] : [.. Codecs.Where(c => c.Kind() == kind)];

    private static string Formats(IEnumerable<Codec> codecs) => string.Join(' ', codecs.Select(TypeOf));

    private static void WriteCodecs(SdpText text, IEnumerable<Codec> codecs)
    {
        foreach (var codec in codecs)
        {
            text.Line($"a=rtpmap:{TypeOf(codec)} {codec.RtpMap()}");
            if (codec == Codec.Opus)
            {
                text.Line($"a=fmtp:{TypeOf(codec)} minptime=10;useinbandfec=1");
            }

            if (codec == Codec.H264)
            {
                text.Line($"a=fmtp:{TypeOf(codec)} {ConstrainedBaseline}");
            }

            if (codec.Kind() == MediaKind.Video)
            {
                text.Line($"a=rtcp-fb:{TypeOf(codec)} nack");
                text.Line($"a=rtcp-fb:{TypeOf(codec)} nack pli");
                text.Line($"a=rtcp-fb:{TypeOf(codec)} ccm fir");
                text.Line($"a=rtpmap:{TypeOf(codec) + 1} rtx/{codec.ClockRate()}");
                text.Line($"a=fmtp:{TypeOf(codec) + 1} apt={TypeOf(codec)}");
            }
        }
    }

    // Fixed by RFC 3551 section 6, or what Chromium gives them. The next number repeats what of video is lost.
    private static int TypeOf(Codec codec) => codec switch
    {
        Codec.Pcmu => 0,
        Codec.Pcma => 8,
        Codec.G722 => 9,
        Codec.Vp8 => 96,
        Codec.H264 => 102,
        Codec.Opus => 111,
        _ => throw new UnreachableException(),
    };

    private void WriteLine(SdpText text, MediaKind kind, string formats, int mid)
    {
        var own = Own.For(kind)!;
        text.Media(kind.ToString().ToLowerInvariant(), own.Address, own.Protocol, formats);
        own.WriteLine(text);
        if (Own.IsForBrowsers)
        {
            text.Line($"a=mid:{mid}");
        }

        text.Line($"a=sendrecv");
        if (own.IsMultiplexed)
        {
            text.Line($"a=rtcp-mux");
        }
    }
}
