namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>
/// What one side's SDP says of its certificates, of which it shows one: RFC 8122 section 5. Hash functions that are not
/// known here, or no longer wanted, are passed over; one that is known and fits is enough, whatever the others say.
/// </summary>
internal sealed class PeerFingerprints
{
    private readonly HashSet<string> _all;
    private readonly List<CertificateFingerprint> _known;

    private PeerFingerprints(HashSet<string> all, List<CertificateFingerprint> known) => (_all, _known) = (all, known);

    /// <summary>Null when none of them can be checked here.</summary>
    public static PeerFingerprints? Of(IReadOnlyCollection<string> values)
    {
        var known = values.Select(CertificateFingerprint.Parse).OfType<CertificateFingerprint>().ToList();
        return known.Count == 0
            ? null
            : new PeerFingerprints(values.ToHashSet(StringComparer.OrdinalIgnoreCase), known);
    }

    public static PeerFingerprints Of(CertificateFingerprint one) => Of([one.ToString()])!;

    public bool Match(byte[] certificate) => _known.Exists(f => f.Matches(certificate));

    /// <summary>RFC 8842 section 3.1: none was changed, added or removed. Their order says nothing.</summary>
    public bool AreThose(PeerFingerprints others) => _all.SetEquals(others._all);
}
