using System.Globalization;
using System.Net;
using CecSim.Telephony.Media.Codecs;

namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>What a gateway answers to a caller's offer: RFC 8829 section 5.11.</summary>
/// <param name="Offer">What it names for media; seen from the caller it reads as an offer does.</param>
/// <param name="Candidates">Where to look for it, in its order; only addresses, no names.</param>
/// <param name="GatewayBegins">It has chosen to be the DTLS client: RFC 8842 section 5.3.</param>
internal sealed record SdpAnswer(Offer Offer, IReadOnlyList<IPEndPoint> Candidates, bool GatewayBegins)
{
    /// <summary>Null when no call can come of it; then the last says why.</summary>
    public static SdpAnswer? Read(string text, IReadOnlySet<Codec> allowed, out string detail)
    {
        if (SdpDescription.Parse(text, out detail) is not { } description
            || Offer.ReadAnswer(description, allowed, out detail) is not { } offer)
        {
            return null;
        }

        var first = description.Media.First(m => m.Attributes.Has("candidate") || m.Attributes.Has("fingerprint"));
        var candidates = first.Attributes.All("candidate").Select(ReadCandidate).OfType<IPEndPoint>().ToList();
        if (candidates.Count == 0)
        {
            detail = "The answer names no UDP address to look for the gateway at.";
            return null;
        }

        return new SdpAnswer(offer, candidates, description.AttributeOf(first, "setup") == "active");
    }

    // RFC 8839 section 5.1: foundation, component, transport, priority, address, port, "typ" and the type.
    private static IPEndPoint? ReadCandidate(string value)
    {
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 8
            && words[1] == "1"
            && words[2].Equals("udp", StringComparison.OrdinalIgnoreCase)
            && IPAddress.TryParse(words[4], out var address)
            && ushort.TryParse(words[5], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port != 0
                ? new IPEndPoint(address, port)
                : null;
    }
}
