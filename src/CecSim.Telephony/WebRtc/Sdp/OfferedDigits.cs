namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>How the offerer wants to press keys: telephone-event of RFC 4733.</summary>
/// <param name="Map">As it came; durations count in its clock. Firefox has but 8000, also beside Opus.</param>
internal sealed record OfferedDigits(byte PayloadType, RtpMap Map)
{
    public int ClockRate => Map.ClockRate;

    /// <summary>
    /// At the codec's own clock rate when the offer has it so (RFC 4733 section 2.1), else the first.
    /// </summary>
    public static OfferedDigits? ChooseFrom(SdpMedia media, int codecClockRate)
    {
        var all = media.Formats.Select(f => Read(media, f)).OfType<OfferedDigits>().ToList();
        return all.Find(d => d.ClockRate == codecClockRate) ?? all.FirstOrDefault();
    }

    private static OfferedDigits? Read(SdpMedia media, string format) =>
        media.Attributes.OfFormat("rtpmap", format) is { } text
        && RtpMap.Parse(text) is { ClockRate: >= 8000 and <= 48_000, Channels: null or 1 } map
        && map.Is("telephone-event")
        && OfferedCodec.PayloadTypeOf(format) is { } payloadType
            ? new OfferedDigits(payloadType, map)
            : null;
}
