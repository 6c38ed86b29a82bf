using System.Diagnostics;

namespace CecSim.Telephony.Media.Codecs;

/// <summary>How SDP names codecs (RFC 7587, 3551, 7741, 6184) and how fast their time stamps run.</summary>
internal static class CodecNames
{
    public static string RtpMap(this Codec codec) => codec switch
    {
        Codec.Opus => "opus/48000/2",
        Codec.G722 => "G722/8000",
        Codec.Pcmu => "PCMU/8000",
        Codec.Pcma => "PCMA/8000",
        Codec.Vp8 => "VP8/90000",
        Codec.H264 => "H264/90000",
        _ => throw new UnreachableException(),
    };

    public static int ClockRate(this Codec codec) => codec switch
    {
        Codec.Opus => 48_000,
        Codec.G722 or Codec.Pcmu or Codec.Pcma => 8_000,
        Codec.Vp8 or Codec.H264 => 90_000,
        _ => throw new UnreachableException(),
    };

    /// <summary>Of its sound. G.722 counts in half of it, by an error that stayed: RFC 3551 section 4.5.2.</summary>
    public static int SampleRate(this Codec codec) => codec == Codec.G722 ? 16_000 : codec.ClockRate();

    public static MediaKind Kind(this Codec codec) =>
        codec is Codec.Vp8 or Codec.H264 ? MediaKind.Video : MediaKind.Audio;

    /// <summary>Null for a codec that is not known here.</summary>
    public static Codec? Named(RtpMap map)
    {
        foreach (var codec in Enum.GetValues<Codec>())
        {
            var own = Codecs.RtpMap.Parse(codec.RtpMap())!;

            // RFC 7587 section 7 has Opus written with two channels, whatever it carries; not everybody does.
            if (map.Is(own.Name)
                && map.ClockRate == own.ClockRate
                && (map.Channels ?? 1) is var channels
                && (channels == 1 || channels == own.Channels))
            {
                return codec;
            }
        }

        return null;
    }
}
