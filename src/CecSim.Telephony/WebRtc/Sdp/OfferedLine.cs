using CecSim.Telephony.Media.Codecs;

namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>An m-line of the offer and what becomes of it. One that is not taken has no codec.</summary>
/// <param name="Direction">What the offerer allows, seen from the gateway.</param>
internal sealed record OfferedLine(SdpMedia Media, OfferedCodec? Codec, MediaDirection Direction)
{
    private static readonly string[] KnownFeedback = ["nack pli", "ccm fir"];

    public bool IsTaken => Codec is not null;

    public string Mid => Media.Mid ?? "";

    public MediaKind Kind => Codec!.Codec.Kind();

    public HeaderExtensions Extensions { get; } = HeaderExtensions.Of(Media);

    /// <summary>
    /// How the two sides ask each other for key frames: RFC 4585 section 4.2 and RFC 5104 section 7.1.
    /// </summary>
    public IEnumerable<string> Feedback() =>
        from known in KnownFeedback
        where Media.Attributes.All("rtcp-fb").Any(f => IsFor(f, Codec!.PayloadType, known))
        select known;

    private static bool IsFor(string feedback, byte payloadType, string known) =>
        feedback == $"{payloadType} {known}" || feedback == $"* {known}";
}
