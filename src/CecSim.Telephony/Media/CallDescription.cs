using CecSim.Telephony.WebRtc;

namespace CecSim.Telephony.Media;

/// <summary>What a call has said of itself, version after version: RFC 3264 section 8.</summary>
internal sealed class CallDescription(
    IReadOnlyList<IPEndPoint> addresses,
    CertificateFingerprint fingerprint,
    RandomSource random)
{
    // RFC 8829 section 5.2.1: 63 random bits.
    private readonly ulong _sessionId = BitConverter.ToUInt64(random.Bytes(8)) >> 1;

    private int _version;
    private MediaDirection _wish = MediaDirection.SendReceive;
    private MediaDirection? _offered;
    private int _linesOffered;
    private IReadOnlyList<string>? _bundle;

    /// <summary>As of <see cref="LocalDescription"/>.</summary>
    public bool IsLite { get; init; } = true;

    /// <param name="isClient">This side begins the DTLS handshake.</param>
    public string Answer(IceCredentials ice, MediaSections lines, Offer offer, MediaSource source, bool isClient)
    {
        // An offer of the peer's that crosses ours takes its place: SIP has told both to try again.
        _offered = null;
        Take(offer, lines, source);
        return Write(isClient ? DtlsSetup.Active : DtlsSetup.Passive, ice, lines.Describe());
    }

    /// <summary>Makes the lines as the peer's description has them.</summary>
    public void Take(Offer offer, MediaSections lines, MediaSource source)
    {
        _bundle = offer.Bundle;
        lines.Apply(offer, _wish, source);
    }

    /// <summary>An offer before there is any line, with all that can be had.</summary>
    public string FirstOffer(IceCredentials ice, IReadOnlyCollection<Codec> codecs)
    {
        _offered = MediaDirection.SendReceive;
        _linesOffered = codecs.Select(c => c.Kind()).Distinct().Count();
        return new FirstOffer(_sessionId, ++_version, addresses, ice, fingerprint, codecs) { IsLite = IsLite }.Write();
    }

    /// <summary>As the last that this side wanted, or what is given instead.</summary>
    public string Offer(IceCredentials ice, MediaSections lines, MediaDirection? direction = null)
    {
        _offered = direction ?? _wish;
        _linesOffered = lines.Count;
        return Write(DtlsSetup.ActPass, ice, lines.Describe(_offered.Value));
    }

    /// <summary>Takes the answer to the last offer; false when its lines are not the offer's.</summary>
    public bool Settle(SdpDescription text, Offer answer, MediaSections lines, MediaSource source)
    {
        if (_offered is not { } direction || text.Media.Count != _linesOffered)
        {
            return false;
        }

        (_wish, _offered) = (direction, null);
        if (lines.Count == 0)
        {
            Take(answer, lines, source);
        }
        else
        {
            lines.Apply(text, direction);
        }

        return true;
    }

    /// <summary>
    /// The candidate that packets come to; behind a translation of addresses, the first of that kind of address.
    /// </summary>
    public IPEndPoint? AddressFor(IPEndPoint? local) =>
        local is null ? null
        : addresses.Contains(local) ? local
        : addresses.FirstOrDefault(a => a.AddressFamily == local.AddressFamily) ?? addresses[0];

    private string Write(DtlsSetup setup, IceCredentials ice, IReadOnlyList<LocalLine> lines) =>
        new LocalDescription(_sessionId, ++_version, setup, addresses, ice, fingerprint, lines, _bundle)
        {
            IsLite = IsLite,
        }.Write();
}
