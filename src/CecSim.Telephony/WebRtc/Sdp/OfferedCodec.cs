namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>The format of an m-line that both sides know.</summary>
/// <param name="Map">The offer's rtpmap, given back as it came; the codec's own where the offer needs none.</param>
/// <param name="Parameters">The offer's fmtp, given back as it came.</param>
/// <param name="Digits">Null when the peer has no keys to press.</param>
internal sealed record OfferedCodec(
    Codec Codec, byte PayloadType, RtpMap Map, string? Parameters, OfferedDigits? Digits)
{
    /// <summary>The type of its retransmissions (RFC 4588 section 8); null when the peer has none for it.</summary>
    public byte? Retransmission { get; init; }

    /// <summary>The type in which pauses are told (RFC 3389); null when it is not wanted or not offered.</summary>
    public byte? ComfortNoise { get; init; }

    /// <summary>Whether packets of this type are its own, those of its keys and retransmissions too.</summary>
    public bool Uses(byte payloadType) =>
        payloadType == PayloadType || payloadType == Digits?.PayloadType || payloadType == Retransmission
        || payloadType == ComfortNoise;

    /// <summary>
    /// What this side says of it: as the peer does, but for what of H.264 is the peer's own, such as its parameter
    /// sets. The configuration, which RFC 6184 section 8.2.2 has be the same on both sides, stays.
    /// </summary>
    public string? OwnParameters => Codec != Codec.H264 || Parameters is null ? Parameters
        : Parameters.Split(';').ToLookup(IsConfiguration) is var parts && !parts[false].Any() ? Parameters
        : parts[true].Any() ? string.Join(';', parts[true].Select(p => p.Trim()))
        : null;

    /// <summary>The first in the offer's order that the call allows; null for none.</summary>
    public static OfferedCodec? ChooseFrom(
        SdpMedia media, IReadOnlySet<Codec> allowed, bool takesComfortNoise = false)
    {
        foreach (var format in media.Formats)
        {
            var parameters = media.Attributes.OfFormat("fmtp", format);
            if (PayloadTypeOf(format) is { } payloadType
                && MapOf(media, format) is { } map
                && CodecNames.Named(map) is { } codec
                && allowed.Contains(codec)
                && string.Equals(media.Kind, codec.Kind().ToString(), StringComparison.OrdinalIgnoreCase)
                && IsUsable(codec, parameters))
            {
                return new OfferedCodec(
                    codec, payloadType, map, parameters, OfferedDigits.ChooseFrom(media, codec.ClockRate()))
                {
                    ComfortNoise = takesComfortNoise ? ComfortNoiseOf(media, codec.ClockRate()) : null,
                    Retransmission = RetransmissionOf(media, payloadType, codec.ClockRate()),
                };
            }
        }

        return null;
    }

    // RFC 5761 section 4 takes 64 to 95 away, which would look like RTCP.
    internal static byte? PayloadTypeOf(string format) =>
        byte.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var type)
        && type is < 64 or (>= 96 and < 128)
            ? type
            : null;

    // RFC 3389 section 5: 13 needs no map, and is for 8,000 a second.
    private static byte? ComfortNoiseOf(SdpMedia media, int clockRate)
    {
        foreach (var format in media.Formats)
        {
            var map = media.Attributes.OfFormat("rtpmap", format) ?? (format == "13" ? "CN/8000" : "");
            if (RtpMap.Parse(map) is { } read && read.Is("CN") && read.ClockRate == clockRate)
            {
                return PayloadTypeOf(format);
            }
        }

        return null;
    }

    private static byte? RetransmissionOf(SdpMedia media, byte payloadType, int clockRate)
    {
        foreach (var format in media.Formats)
        {
            if (media.Attributes.OfFormat("rtpmap", format) is { } text
                && RtpMap.Parse(text) is { } map
                && map.Is("rtx")
                && map.ClockRate == clockRate
                && FormatParameters.Find(media.Attributes.OfFormat("fmtp", format), "apt") == $"{payloadType}")
            {
                return PayloadTypeOf(format);
            }
        }

        return null;
    }

    // The first types have a meaning without a map: RFC 3551 section 6.
    private static RtpMap? MapOf(SdpMedia media, string format) => media.Attributes.OfFormat("rtpmap", format) switch
    {
        { } map => RtpMap.Parse(map),
        null when format == "0" => RtpMap.Parse(Codec.Pcmu.RtpMap()),
        null when format == "8" => RtpMap.Parse(Codec.Pcma.RtpMap()),
        null when format == "9" => RtpMap.Parse(Codec.G722.RtpMap()),
        null => null,
    };

    private static bool IsConfiguration(string parameter) =>
        parameter.Split('=')[0].Trim().ToLowerInvariant()
            is "profile-level-id" or "packetization-mode" or "level-asymmetry-allowed";

    // RFC 6184 section 8.1: nothing said is mode 0, single NAL units. Mode 2 changes their order, and is not read here.
    private static bool IsUsable(Codec codec, string? parameters) =>
        codec != Codec.H264 || FormatParameters.Find(parameters, "packetization-mode") is null or "0" or "1";
}
