using CecSim.Telephony.Media;
using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>Reads what a proposed transport is, if it is one that may be taken.</summary>
internal static class OfferedPath
{
    /// <summary>Null for one that cannot be taken; then the refusal says why.</summary>
    public static PeerPath? Of(
        OfferedTransport transport,
        IReadOnlyList<MediaSecurity> takes,
        bool isAnswer,
        out (OfferRefusal Reason, string Detail) refusal)
    {
        refusal = default;
        if (WithoutIce(transport) is { } security && takes.Contains(security))
        {
            return Addressed(transport, security, out refusal);
        }

        if (takes.Contains(MediaSecurity.DtlsWithoutIce)
            && TransportRefusal.IceOf(transport) is null
            && transport.Sections.Any(OfferedTransport.IsRtp)
            && PeerFingerprints.Of(transport.All("fingerprint")) is { } fingerprints
            && SetupOf(transport, isAnswer) is { } part)
        {
            return Addressed(transport, MediaSecurity.DtlsWithoutIce, out refusal) is { } path
                ? path with { Fingerprints = fingerprints, Setup = part }
                : null;
        }

        if (!takes.Contains(MediaSecurity.Dtls))
        {
            var first = transport.Sections[0];
            refusal = (
                OfferRefusal.OtherTransport,
                $"The offer is for {first.Kind} over {first.Protocol}. The call's media go by another transport, " +
                "which no later offer can change.");
            return null;
        }

        if (TransportRefusal.Of(transport) is { } unusable)
        {
            refusal = unusable;
            return null;
        }

        if (SetupOf(transport, isAnswer) is not { } setup)
        {
            refusal = (
                OfferRefusal.UnknownSetup,
                $"The offer has a=setup:{transport.First("setup")}, which leaves open who begins the DTLS handshake " +
                "(RFC 8842 section 5.2). Write actpass, active or passive.");
            return null;
        }

        return new SecuredPath(
            TransportRefusal.IceOf(transport)!, PeerFingerprints.Of(transport.All("fingerprint"))!, setup);
    }

    // A fingerprint makes any profile DTLS-SRTP.
    private static MediaSecurity? WithoutIce(OfferedTransport transport) =>
        transport.All("fingerprint").Count > 0 ? null
        : transport.Sections.FirstOrDefault(OfferedTransport.IsRtp)?.Protocol switch
        {
            "RTP/AVP" or "RTP/AVPF" => MediaSecurity.Plain,
            "RTP/SAVP" or "RTP/SAVPF" => MediaSecurity.Sdes,
            _ => null,
        };

    private static AddressedPath? Addressed(
        OfferedTransport transport, MediaSecurity security, out (OfferRefusal Reason, string Detail) refusal)
    {
        refusal = default;
        var complaint = "";
        var crypto = security == MediaSecurity.Sdes ? CryptoOf(transport, out complaint) : null;
        if (security == MediaSecurity.Sdes && crypto is null)
        {
            refusal = (OfferRefusal.NoUsableCrypto, complaint);
            return null;
        }

        var (text, port) = transport.DefaultDestination;
        if (!IPAddress.TryParse(text, out var address))
        {
            refusal = (
                OfferRefusal.Malformed,
                text is null
                    ? "The offer has no c= line, so that nobody knows where its media shall go."
                    : $"The offer has c= with '{SdpDescription.Shorten(text)}', which is no numeric address.");
            return null;
        }

        var multiplexes = transport.Multiplexes(transport.Sections[0]);
        if (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        {
            return new AddressedPath(security, null, null, multiplexes) { Crypto = crypto };
        }

        var rtp = new IPEndPoint(address, port);
        return new AddressedPath(security, rtp, multiplexes ? rtp : RtcpOf(transport, rtp), multiplexes)
        {
            Crypto = crypto,
        };
    }

    // RFC 4568 section 5.1.2: the first that can be used; what is not known is passed over.
    private static SdesLine? CryptoOf(OfferedTransport transport, out string complaint)
    {
        complaint = "";
        var complaints = new List<string>();
        foreach (var value in transport.All("crypto"))
        {
            if (SdesLine.Read(value, out complaint) is { } line)
            {
                return line;
            }

            complaints.Add(complaint);
        }

        complaint = complaints.Count == 0
            ? "The offer is for RTP/SAVP and has neither a=crypto nor a=fingerprint, so that nobody has keys."
            : $"None of the offer's a=crypto can be used: {string.Join("; ", complaints)}.";
        return null;
    }

    // RFC 3605 section 2.1: a port, and perhaps "IN IP4" and an address.
    private static IPEndPoint RtcpOf(OfferedTransport transport, IPEndPoint rtp)
    {
        var words = transport.First("rtcp")?.Split(' ') ?? [];
        if (words is not [var text, ..]
            || !ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port == 0)
        {
            return new IPEndPoint(rtp.Address, Math.Min(rtp.Port + 1, IPEndPoint.MaxPort));
        }

        return new IPEndPoint(
            words is [_, _, _, var named] && IPAddress.TryParse(named, out var address) ? address : rtp.Address, port);
    }

    // Nothing said is "active" in an offer and "passive" in an answer: RFC 4145 section 4.
    private static DtlsSetup? SetupOf(OfferedTransport transport, bool isAnswer) =>
        transport.First("setup")?.ToUpperInvariant() switch
        {
            null => isAnswer ? DtlsSetup.Passive : DtlsSetup.Active,
            "ACTIVE" => DtlsSetup.Active,
            "PASSIVE" => DtlsSetup.Passive,

            // An answer has to decide; one that does not lets the other side begin.
            "ACTPASS" => isAnswer ? DtlsSetup.Passive : DtlsSetup.ActPass,
            _ => null,
        };
}
