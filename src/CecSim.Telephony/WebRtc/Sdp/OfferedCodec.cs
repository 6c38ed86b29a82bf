using CecSim.Telephony.Media.Codecs;

namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>The format of an m-line that both sides know.</summary>
/// <param name="Parameters">The offer's fmtp, given back as it came.</param>
/// <param name="Digits">Null when the peer has no keys to press.</param>
internal sealed record OfferedCodec(Codec Codec, byte PayloadType, string? Parameters, OfferedDigits? Digits)
{
    private const string RetransmissionName = "rtx/";

    /// <summary>The type of its retransmissions (RFC 4588 section 8); null when the peer has none for it.</summary>
    public byte? Retransmission { get; init; }

    /// <summary>Whether packets of this type are its own, those of its keys and retransmissions too.</summary>
    public bool Uses(byte payloadType) =>
        payloadType == PayloadType || payloadType == Digits?.PayloadType || payloadType == Retransmission;

    /// <summary>The first in the offer's order that the call allows; null for none.</summary>
    public static OfferedCodec? ChooseFrom(SdpMedia media, IReadOnlySet<Codec> allowed)
    {
        foreach (var format in media.Formats)
        {
            if (PayloadTypeOf(format) is { } payloadType
                && CodecOf(media, format) is { } codec
                && allowed.Contains(codec)
                && string.Equals(media.Kind, codec.Kind().ToString(), StringComparison.OrdinalIgnoreCase)
                && IsUsable(codec, media.Attributes.OfFormat("fmtp", format)))
            {
                return new OfferedCodec(
                    codec,
                    payloadType,
                    media.Attributes.OfFormat("fmtp", format),
                    OfferedDigits.ChooseFrom(media, codec.ClockRate()))
                {
                    Retransmission = RetransmissionOf(media, payloadType),
                };
            }
        }

        return null;
    }

    // RFC 5761 section 4 takes 64 to 95 away, which would look like RTCP.
    internal static byte? PayloadTypeOf(string format) =>
        byte.TryParse(format, out var type) && type is < 64 or (>= 96 and < 128) ? type : null;

    private static byte? RetransmissionOf(SdpMedia media, byte payloadType)
    {
        foreach (var format in media.Formats)
        {
            if (media.Attributes.OfFormat("rtpmap", format) is { } map
                && map.StartsWith(RetransmissionName, StringComparison.OrdinalIgnoreCase)
                && media.Attributes.OfFormat("fmtp", format) is { } parameters
                && parameters.Split(';', StringSplitOptions.TrimEntries).Contains($"apt={payloadType}"))
            {
                return PayloadTypeOf(format);
            }
        }

        return null;
    }

    // The first types have a meaning without a map: RFC 3551 section 6.
    private static Codec? CodecOf(SdpMedia media, string format) => media.Attributes.OfFormat("rtpmap", format) switch
    {
        { } map => CodecNames.Parse(map),
        null when format == "0" => Codec.Pcmu,
        null when format == "8" => Codec.Pcma,
        null => null,
    };

    // Without packetization-mode 1 a frame has to fit in few packets, and no browser sends it so by choice.
    private static bool IsUsable(Codec codec, string? parameters) =>
        codec != Codec.H264 || parameters?.Contains("packetization-mode=1", StringComparison.Ordinal) == true;
}
