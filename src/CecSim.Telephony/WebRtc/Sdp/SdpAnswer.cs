namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>What a gateway answers to a caller's offer: RFC 8829 section 5.11.</summary>
/// <param name="Offer">What it names for media; seen from the caller it reads as an offer does.</param>
/// <param name="Description">The whole of it.</param>
/// <param name="Candidates">Where to look for it, in its order; only addresses, no names.</param>
internal sealed record SdpAnswer(Offer Offer, SdpDescription Description, IReadOnlyList<IPEndPoint> Candidates)
{
    /// <summary>Null when no call can come of it; then the last says why.</summary>
    public static SdpAnswer? Read(string text, IReadOnlySet<Codec> allowed, out string detail)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            detail = "The answer has no SDP.";
            return null;
        }

        if (SdpDescription.Parse(text, out detail) is not { } description
            || Offer.ReadAnswer(description, OfferWishes.OfBrowsers(allowed), out detail) is not var (offer, transport))
        {
            return null;
        }

        var candidates = transport.All("candidate").Select(ReadCandidate).OfType<IPEndPoint>().ToList();
        if (candidates.Count == 0 && DefaultOf(transport) is { } destination)
        {
            // Without candidates, c= and m= are the one that there is: RFC 8839 section 4.2.1.3.
            candidates.Add(destination);
        }

        if (candidates.Count == 0)
        {
            detail = WhyNowhere(transport);
            return null;
        }

        return new SdpAnswer(offer, description, candidates);
    }

    private static IPEndPoint? DefaultOf(OfferedTransport transport) =>
        IPAddress.TryParse(transport.DefaultDestination.Address, out var address)
        && !address.Equals(IPAddress.Any)
        && !address.Equals(IPAddress.IPv6Any)
        && transport.DefaultDestination.Port != 0
            ? new IPEndPoint(address, transport.DefaultDestination.Port)
            : null;

    private static string WhyNowhere(OfferedTransport transport)
    {
        var named = transport.All("candidate");
        var (address, port) = transport.DefaultDestination;
        return "The answer names no UDP address to look for the gateway at: "
            + (named.Count == 0
                ? $"it has no candidate, and its default destination is {address ?? "without a c= line"}, port {port}."
                : $"of its {named.Count} candidates none is a numeric address of component 1 over UDP ({named[0]}).");
    }

    // RFC 8839 section 5.1: foundation, component, transport, priority, address, port, "typ" and the type. A name, of
    // mDNS or of the DNS, leads nowhere here.
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
