using CecSim.Telephony.WebRtc.Dtls;

namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>The one transport that all lines of an offer share, or why there is none.</summary>
internal sealed class OfferTransport
{
    // Whatever the profile is called, a fingerprint makes it DTLS-SRTP: RFC 8829 section 5.1.2.
    private static readonly string[] SecureProtocols =
        ["UDP/TLS/RTP/SAVPF", "UDP/TLS/RTP/SAVP", "RTP/SAVPF", "RTP/SAVP", "TCP/DTLS/RTP/SAVPF", "TCP/DTLS/RTP/SAVP"];

    private readonly HashSet<string> _bundled;
    private readonly SdpMedia? _first;

    private OfferTransport(SdpDescription description, List<SdpMedia> live, bool isAnswer)
    {
        var group = description.Attributes.All("group")
            .Select(g => g.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .FirstOrDefault(g => g is ["BUNDLE", ..]);
        _bundled = [.. group?.Skip(1) ?? []];
        _first = live.Find(m => IsSecure(m) && m.Kind is "audio" or "video");
        Refusal = Read(description, live, isAnswer);
    }

    public IceCredentials? Ice { get; private set; }

    public CertificateFingerprint? Fingerprint { get; private set; }

    /// <summary>The detail is empty when there is nothing to refuse.</summary>
    public (OfferRefusal Reason, string Detail) Refusal { get; }

    public static OfferTransport Of(SdpDescription description, List<SdpMedia> live, bool isAnswer) =>
        new(description, live, isAnswer);

    /// <summary>
    /// RTCP on a port of its own is not listened for: RFC 8834 section 4.5 has every browser multiplex.
    /// </summary>
    public bool Carries(SdpMedia media) =>
        IsSecure(media)
        && media.Attributes.Has("rtcp-mux")
        && (media == _first || (media.Mid is { } mid && _bundled.Contains(mid)));

    private (OfferRefusal Reason, string Detail) Read(SdpDescription description, List<SdpMedia> live, bool isAnswer)
    {
        if (live.Count == 0)
        {
            return (OfferRefusal.NoMedia, "The offer has no m-line with a port.");
        }

        if (_first is null)
        {
            return (
                OfferRefusal.PlainRtp,
                $"The offer is for {live[0].Kind} over {live[0].Protocol}. The gateway speaks to browsers: " +
                "UDP/TLS/RTP/SAVPF, with ICE and a DTLS fingerprint.");
        }

        Ice = ReadIce(description);
        Fingerprint = description.AttributeOf(_first, "fingerprint") is { } text
            ? CertificateFingerprint.Parse(text)
            : null;
        return (Ice, Fingerprint, description.AttributeOf(_first, "setup")) switch
        {
            (null, _, _) => (OfferRefusal.NoIce, "The offer has no ice-ufrag and ice-pwd."),
            (_, null, _) => (
                OfferRefusal.NoFingerprint,
                "The offer has no fingerprint by sha-256, sha-384 or sha-512, so it is not for DTLS-SRTP."),
            (_, _, "passive" or "holdconn") when !isAnswer => (
                OfferRefusal.WantsToWait,
                "The offer's a=setup lets the gateway begin the DTLS handshake, and it only ever answers one."),
            _ => (default, ""),
        };
    }

    // RFC 8839 section 5.4 gives the lengths.
    private IceCredentials? ReadIce(SdpDescription description) =>
        description.AttributeOf(_first!, "ice-ufrag") is { Length: >= 4 and <= 256 } fragment
        && description.AttributeOf(_first!, "ice-pwd") is { Length: >= 22 and <= 256 } password
            ? new IceCredentials(fragment, password)
            : null;

    private static bool IsSecure(SdpMedia media) => SecureProtocols.Contains(media.Protocol);
}
