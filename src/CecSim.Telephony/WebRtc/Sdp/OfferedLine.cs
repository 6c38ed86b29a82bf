namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>An m-line of the offer and what becomes of it. One that is not taken has no codec.</summary>
/// <param name="Direction">What the offerer allows, seen from the gateway.</param>
internal sealed record OfferedLine(SdpMedia Media, OfferedCodec? Codec, MediaDirection Direction)
{
    private const int UsualPacketMs = 20;
    private const int PacketStepMs = 10;
    private const int LongestPacketMs = 60;

    private static readonly string[] KnownFeedback = ["nack", "nack pli", "ccm fir"];

    /// <summary>Why it is not taken, for a person to read; null when it is.</summary>
    public string? Refusal { get; init; }

    /// <summary>The offerer itself has no more use for it: RFC 3264 section 8.2.</summary>
    public bool IsClosed => !IsTaken && Media is { Port: 0, IsBundleOnly: false };

    /// <summary>Packets are asked for again: RFC 4585 section 6.2.1.</summary>
    public bool TakesNack { get; } = Codec is not null && Takes(Media, Codec.PayloadType, "nack");

    /// <summary>
    /// A key frame is asked for by FIR. Who says nothing of either gets the other, PLI, which phones with plain RTP/AVP
    /// mostly know.
    /// </summary>
    public bool TakesOnlyFullIntraRequests { get; } = Codec is not null
        && Takes(Media, Codec.PayloadType, "ccm fir")
        && !Takes(Media, Codec.PayloadType, "nack pli");

    /// <summary>
    /// How long the packets are to be that are made for this peer: as a=ptime has it, and no longer than a=maxptime
    /// (RFC 8866 section 6.4), in steps of 10 ms from 10 to 60.
    /// </summary>
    public TimeSpan PacketTime { get; } = TimeSpan.FromMilliseconds(Math.Max(PacketStepMs, PacketStepMs * (
        Math.Min(MillisecondsOf(Media, "ptime") ?? UsualPacketMs, MillisecondsOf(Media, "maxptime") ?? LongestPacketMs)
        / PacketStepMs)));

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

    private static int? MillisecondsOf(SdpMedia media, string name) =>
        double.TryParse(media.Attributes.First(name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var milliseconds) && milliseconds > 0
            ? (int)Math.Min(milliseconds, LongestPacketMs)
            : null;

    private static bool Takes(SdpMedia media, byte payloadType, string known) =>
        media.Attributes.All("rtcp-fb").Any(f => IsFor(f, payloadType, known));

    private static bool IsFor(string feedback, byte payloadType, string known) =>
        feedback == $"{payloadType} {known}" || feedback == $"* {known}";
}
