namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>How the offerer wants to press keys: telephone-event of RFC 4733.</summary>
/// <param name="ClockRate">What durations count in. Firefox has but 8000, also beside Opus.</param>
internal sealed record OfferedDigits(byte PayloadType, int ClockRate)
{
    private const string Name = "telephone-event/";

    /// <summary>
    /// At the codec's own clock rate when the offer has it so (RFC 4733 section 2.1), else the first.
    /// </summary>
    public static OfferedDigits? ChooseFrom(SdpMedia media, int codecClockRate)
    {
        var all = media.Formats.Select(f => Read(media, f)).OfType<OfferedDigits>().ToList();
        return all.Find(d => d.ClockRate == codecClockRate) ?? all.FirstOrDefault();
    }

    private static OfferedDigits? Read(SdpMedia media, string format) =>
        media.Attributes.OfFormat("rtpmap", format) is { } map
        && map.StartsWith(Name, StringComparison.OrdinalIgnoreCase)
        && int.TryParse(map[Name.Length..], out var clockRate)
        && clockRate is >= 8000 and <= 48_000
        && OfferedCodec.PayloadTypeOf(format) is { } payloadType
            ? new OfferedDigits(payloadType, clockRate)
            : null;
}
