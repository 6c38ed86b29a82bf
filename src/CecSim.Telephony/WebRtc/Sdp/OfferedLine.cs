namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>An m-line of the offer and what becomes of it. One that is not taken has no codec.</summary>
/// <param name="Direction">What the offerer allows, seen from the gateway.</param>
internal sealed record OfferedLine(SdpMedia Media, OfferedCodec? Codec, MediaDirection Direction)
{
    private static readonly string[] KnownFeedback = ["nack", "nack pli", "ccm fir"];

    /// <summary>Why it is not taken, for a person to read; null when it is.</summary>
    public string? Refusal { get; init; }

    /// <summary>The offerer itself has no more use for it: RFC 3264 section 8.2.</summary>
    public bool IsClosed => !IsTaken && Media is { Port: 0, IsBundleOnly: false };

    /// <summary>Packets are asked for again: RFC 4585 section 6.2.1.</summary>
    public bool TakesNack { get; } = Codec is not null && Takes(Media, Codec.PayloadType, "nack");

    public bool IsTaken => Codec is not null;

    public string Mid => Media.Mid ?? "";

    public MediaKind Kind => Codec!.Codec.Kind();

    public HeaderExtensions Extensions { get; init; } = new(null, null, MayMix: false);

    /// <summary>
    /// How the two sides ask each other for packets and key frames: RFC 4585 section 4.2 and RFC 5104 section 7.1.
    /// </summary>
    public IEnumerable<string> Feedback() =>
        from known in KnownFeedback
        where Takes(Media, Codec!.PayloadType, known)
        select known;

    private static bool Takes(SdpMedia media, byte payloadType, string known) =>
        media.Attributes.All("rtcp-fb").Any(f => IsFor(f, payloadType, known));

    private static bool IsFor(string feedback, byte payloadType, string known) =>
        feedback == $"{payloadType} {known}" || feedback == $"* {known}";
}
