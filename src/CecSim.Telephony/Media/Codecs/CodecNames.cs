using System.Diagnostics;

namespace CecSim.Telephony.Media.Codecs;

/// <summary>How SDP names codecs (RFC 7587, 3551, 7741, 6184) and how fast their time stamps run.</summary>
internal static class CodecNames
{
    public static string RtpMap(this Codec codec) => codec switch
    {
        Codec.Opus => "opus/48000/2",
        Codec.Pcmu => "PCMU/8000",
        Codec.Pcma => "PCMA/8000",
        Codec.Vp8 => "VP8/90000",
        Codec.H264 => "H264/90000",
        _ => throw new UnreachableException(),
    };

    public static int ClockRate(this Codec codec) => codec switch
    {
        Codec.Opus => 48_000,
        Codec.Pcmu or Codec.Pcma => 8_000,
        Codec.Vp8 or Codec.H264 => 90_000,
        _ => throw new UnreachableException(),
    };

    public static MediaKind Kind(this Codec codec) =>
        codec is Codec.Vp8 or Codec.H264 ? MediaKind.Video : MediaKind.Audio;

    /// <summary>Null for a codec that is not known here.</summary>
    public static Codec? Parse(string rtpMap)
    {
        // "/1" is what one channel may be written as: RFC 8866 section 6.6.
        var name = rtpMap.EndsWith("/1", StringComparison.Ordinal) ? rtpMap[..^2] : rtpMap;
        foreach (var codec in Enum.GetValues<Codec>())
        {
            if (codec.RtpMap().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return codec;
            }
        }

        return null;
    }
}
