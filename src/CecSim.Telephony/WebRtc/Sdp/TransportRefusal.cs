namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>What a proposed transport lacks to be taken, and its lines to be carried by it.</summary>
internal static class TransportRefusal
{
    /// <summary>Null for a transport that is for DTLS-SRTP over ICE.</summary>
    public static (OfferRefusal Reason, string Detail)? Of(OfferedTransport transport)
    {
        var fingerprints = transport.All("fingerprint");
        if (transport.Sections.FirstOrDefault(OfferedTransport.IsRtp) is not { } first)
        {
            var other = transport.Sections[0];
            return (OfferRefusal.PlainRtp, ForBrowsers(other));
        }

        if (fingerprints.Count == 0)
        {
            return first.Protocol.Contains("/AVP", StringComparison.Ordinal)
                ? (OfferRefusal.PlainRtp, ForBrowsers(first))
                : (OfferRefusal.NoFingerprint,
                    "The offer has no a=fingerprint, so it is not for DTLS-SRTP, the only way to agree on keys here.");
        }

        if (IceOf(transport) is null)
        {
            // RFC 8839 section 5.4 gives the lengths.
            return (
                OfferRefusal.NoIce,
                "The offer has no a=ice-ufrag of 4 and a=ice-pwd of 22 characters at least, in the section of its " +
                "transport or above all sections.");
        }

        return Dtls.PeerFingerprints.Of(fingerprints) is null
            ? (OfferRefusal.NoFingerprint,
                "The offer has no fingerprint by sha-256, sha-384 or sha-512: " +
                $"{string.Join(", ", fingerprints.Select(f => f.Split(' ')[0]).Distinct())} is not taken.")
            : null;
    }

    /// <summary>Why the line cannot be carried, whatever its codecs; null when it can.</summary>
    /// <param name="path">By which it would go; null for one that is not taken.</param>
    public static string? Of(SdpMedia media, OfferedTransport transport, PeerPath? path)
    {
        if (media is { Port: 0, IsBundleOnly: false })
        {
            return "the offer has it with port 0";
        }

        if (!OfferedTransport.IsRtp(media))
        {
            return media.Kind is "audio" or "video"
                ? $"{media.Protocol} is not carried here"
                : $"{media.Kind} is not carried here";
        }

        if (path is null)
        {
            return transport.First("ice-ufrag") is not null
                ? "it is not in the BUNDLE group whose transport is taken, and there is one transport"
                : "another line is taken, and its transport is of another sort";
        }

        return path is AddressedPath || transport.Multiplexes(media)
            ? null
            : "it has no a=rtcp-mux, and RTCP is not taken on a port of its own";
    }

    public static IceCredentials? IceOf(OfferedTransport transport) =>
        transport.First("ice-ufrag") is { Length: >= 4 and <= 256 } fragment
        && transport.First("ice-pwd") is { Length: >= 22 and <= 256 } password
            ? new IceCredentials(fragment, password)
            : null;

    public static string ForBrowsers(SdpMedia media) =>
        $"The offer is for {media.Kind} over {media.Protocol}. The gateway speaks to browsers: UDP/TLS/RTP/SAVPF, " +
        "with ICE and a DTLS fingerprint.";
}
