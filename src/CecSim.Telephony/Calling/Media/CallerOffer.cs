using System.Net;
using System.Security.Cryptography;
using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.WebRtc.Dtls;
using CecSim.Telephony.WebRtc.Sdp;

namespace CecSim.Telephony.Calling.Media;

/// <summary>What a caller offers, as a browser writes it: RFC 8829 section 5.2.</summary>
internal sealed record CallerOffer(
    IPEndPoint Address,
    IceCredentials Ice,
    CertificateFingerprint Fingerprint,
    IReadOnlyList<Codec> Audio,
    IReadOnlyList<Codec> Video)
{
    private const string Protocol = "UDP/TLS/RTP/SAVPF";

    // Keys at the clock rates of both codecs that there are: RFC 4733 section 2.1.
    private static readonly (int Type, int ClockRate)[] Digits = [(110, 48_000), (126, 8_000)];

    /// <summary>63 random bits: RFC 8829 section 5.2.1.</summary>
    public ulong SessionId { get; } = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) >> 1;

    public string Write()
    {
        var text = SdpText.Begin(SessionId, version: 1, Address.Address);
        text.Line($"a=ice-options:ice2");
        text.Line(Video.Count == 0 ? (FormattableString)$"a=group:BUNDLE 0" : $"a=group:BUNDLE 0 1");
        var digits = string.Concat(Digits.Select(d => $" {d.Type}"));
        text.Media("audio", Address, Protocol, Formats(Audio) + digits);
        WriteShared(text, mid: 0);
        text.Line($"a=extmap:1 {HeaderExtensions.AudioLevelUri}");
        WriteCodecs(text, Audio);
        foreach (var (type, clockRate) in Digits)
        {
            text.Line($"a=rtpmap:{type} telephone-event/{clockRate}");
        }

        if (Video.Count > 0)
        {
            var again = string.Concat(Video.Select(c => $" {TypeOf(c) + 1}"));
            text.Media("video", Address, Protocol, Formats(Video) + again);
            WriteShared(text, mid: 1);
            WriteCodecs(text, Video);
        }

        return text.ToString();
    }

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
        Codec.Vp8 => 96,
        Codec.Opus => 111,
        _ => throw new ArgumentException($"{codec} cannot be sent: there is no recording of it.", nameof(codec)),
    };

    private void WriteShared(SdpText text, int mid)
    {
        text.Transport([Address], Ice, Fingerprint, setup: "actpass");
        text.Line($"a=mid:{mid}");
        text.Line($"a=sendrecv");
        text.Line($"a=rtcp-mux");
    }
}
