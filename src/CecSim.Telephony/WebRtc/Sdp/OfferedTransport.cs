namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>
/// One transport that a description proposes: a BUNDLE group's, or that of an m-line that is in none. What is said of
/// it may stand in the tagged section, which need not be of audio or video, or above all sections: RFC 9143 section
/// 7.1.3. Whoever is sloppier writes it into another section of the group.
/// </summary>
internal sealed class OfferedTransport
{
    private const string Bundle = "BUNDLE";

    // Whatever the profile is called, a fingerprint makes it DTLS-SRTP: RFC 8829 section 5.1.2 names all of these.
    private static readonly HashSet<string> Profiles =
    [
        "UDP/TLS/RTP/SAVPF", "UDP/TLS/RTP/SAVP", "TCP/DTLS/RTP/SAVPF", "TCP/DTLS/RTP/SAVP",
        "RTP/SAVPF", "RTP/SAVP", "RTP/AVPF", "RTP/AVP",
    ];

    private readonly SdpDescription _description;
    private readonly List<SdpMedia> _sections;
    private readonly SdpMedia? _tagged;

    private OfferedTransport(SdpDescription description, List<SdpMedia> sections, bool isBundle)
    {
        _description = description;
        _sections = sections;
        IsBundle = isBundle;

        // RFC 9143 section 7.3.1: the first name whose section has a port.
        _tagged = sections.Find(s => s.Port != 0);
    }

    /// <summary>Its lines are a BUNDLE group, in the group's order.</summary>
    public bool IsBundle { get; }

    public IReadOnlyList<SdpMedia> Sections => _sections;

    /// <summary>In the order of the m-lines that they begin with.</summary>
    public static IReadOnlyList<OfferedTransport> AllOf(SdpDescription description)
    {
        var groups = description.Attributes.All("group")
            .Select(g => g.Split(' '))
            .Where(g => g is [Bundle, ..])
            .Select(g => g.Skip(1).Distinct().Select(mid => SectionOf(description, mid)).OfType<SdpMedia>().ToList());
        var all = new List<OfferedTransport>();
        var left = description.Media.ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var group in groups)
        {
            // A section belongs to one group at most (section 7.1), so a second one gets what is left.
            all.Add(new OfferedTransport(description, group.FindAll(left.Remove), isBundle: true));
        }

        all.AddRange(description.Media.Where(left.Contains)
            .Select(m => new OfferedTransport(description, [m], isBundle: false)));
        return [.. all.Where(t => t._tagged is not null).OrderBy(t => t.FirstIndex)];
    }

    /// <summary>That of an m-line by itself, whatever group it is in.</summary>
    public static OfferedTransport Of(SdpDescription description, SdpMedia media) =>
        new(description, [media], isBundle: false);

    public static bool IsRtp(SdpMedia media) => media.Kind is "audio" or "video" && Profiles.Contains(media.Protocol);

    public bool Holds(SdpMedia media) => _sections.Exists(s => ReferenceEquals(s, media));

    /// <summary>
    /// RTCP on a port of its own is not listened for: RFC 8834 section 4.5 has every browser multiplex. A section of a
    /// bundle that has no transport of its own says it by the others, the tagged one at best: RFC 9143 section 9.3.1.
    /// </summary>
    public bool Multiplexes(SdpMedia media) =>
        Multiplexes(media.Attributes)
        || (IsBundle && !media.Attributes.Has("ice-ufrag") && _sections.Exists(s => Multiplexes(s.Attributes)));

    /// <summary>The values of a transport's attribute; empty when it is said nowhere.</summary>
    public IReadOnlyList<string> All(string name)
    {
        var places = _sections.Where(s => !ReferenceEquals(s, _tagged)).Select(s => s.Attributes)
            .Prepend(_description.Attributes)
            .Prepend(_tagged!.Attributes);
        return [.. places.FirstOrDefault(p => p.Has(name))?.All(name) ?? []];
    }

    public string? First(string name) => All(name) is [var first, ..] ? first : null;

    /// <summary>Where media go that know of no candidates (RFC 8839 section 4.2.1.3), as it is written.</summary>
    public (string? Address, int Port) DefaultDestination => (_description.ConnectionOf(_tagged!), _tagged!.Port);

    private int FirstIndex => _description.Media.Index().First(m => Holds(m.Item)).Index;

    private static SdpMedia? SectionOf(SdpDescription description, string mid) =>
        description.Media.FirstOrDefault(m => m.Mid == mid);

    private static bool Multiplexes(SdpAttributes attributes) =>
        attributes.Has("rtcp-mux") || attributes.Has("rtcp-mux-only");
}
