using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>What a description of this side says of the transport under its lines.</summary>
internal abstract record LocalTransport
{
    /// <summary>Where media go that know of no candidates.</summary>
    public abstract IPEndPoint Address { get; }

    /// <summary>Of the lines of a first offer.</summary>
    public abstract string Protocol { get; }

    /// <summary>Lines have names and are bundled, streams have names too: RFC 8829 section 5.2.1.</summary>
    public abstract bool IsForBrowsers { get; }

    /// <summary>RTCP shares the port of RTP, as far as this side is concerned.</summary>
    public abstract bool IsMultiplexed { get; }

    /// <summary>What is said of it in a line of that kind; null where it carries none.</summary>
    public virtual LocalTransport? For(MediaKind kind) => this;

    public virtual void WriteSession(SdpText text)
    {
    }

    /// <summary>The attributes of the transport itself.</summary>
    public abstract void WriteLine(SdpText text);

    /// <param name="media">The peer's line.</param>
    /// <param name="bundle">The names of the group's lines; null without one.</param>
    public abstract bool Multiplexes(SdpMedia media, IReadOnlyList<string>? bundle);
}

/// <summary>Over ICE, with keys by DTLS.</summary>
/// <param name="Setup">
/// <see cref="DtlsSetup.ActPass"/> in an offer, one of the two others in an answer: RFC 8842 section 5.
/// </param>
/// <param name="IsLite">It only answers checks; the other side makes them.</param>
internal sealed record SecuredTransport(
    IReadOnlyList<IPEndPoint> Addresses,
    IceCredentials Ice,
    CertificateFingerprint Fingerprint,
    DtlsSetup Setup,
    bool IsLite) : LocalTransport
{
    public override IPEndPoint Address => Addresses[0];

    public override string Protocol => "UDP/TLS/RTP/SAVPF";

    public override bool IsForBrowsers => true;

    public override bool IsMultiplexed => true;

    public override void WriteSession(SdpText text)
    {
        if (IsLite)
        {
            text.Line($"a=ice-lite");
        }

        text.Line($"a=ice-options:ice2");
    }

    public override void WriteLine(SdpText text) =>
        text.Transport(Addresses, Ice, Fingerprint, Setup.ToString().ToLowerInvariant());

    // RFC 9143 section 9.3.1: of a bundle the tagged line says it, the others where the offer's do. An own offer has it
    // in all.
    public override bool Multiplexes(SdpMedia media, IReadOnlyList<string>? bundle) =>
        Setup == DtlsSetup.ActPass || media.Attributes.Has("rtcp-mux") || bundle is null || bundle[0] == media.Mid;
}

/// <summary>Each line has ports of its own: no BUNDLE.</summary>
internal sealed record UnbundledTransport(IReadOnlyDictionary<MediaKind, AddressedTransport> Lines) : LocalTransport
{
    public override IPEndPoint Address => First.Address;

    public override string Protocol => First.Protocol;

    public override bool IsForBrowsers => false;

    public override bool IsMultiplexed => First.IsMultiplexed;

    private AddressedTransport First => Lines.OrderBy(l => l.Key).First().Value;

    public override LocalTransport? For(MediaKind kind) => Lines.GetValueOrDefault(kind);

    public override void WriteLine(SdpText text) => First.WriteLine(text);

    public override bool Multiplexes(SdpMedia media, IReadOnlyList<string>? bundle) => IsMultiplexed;
}

/// <summary>A pair of ports that the peer sends to.</summary>
/// <param name="Rtcp">Only its port is said, where it is not shared with RTP: RFC 3605.</param>
internal sealed record AddressedTransport(IPEndPoint Rtp, IPEndPoint Rtcp, string Profile, bool SharesPort)
    : LocalTransport
{
    /// <summary>What this side seals with; in an offer one of each suite, best first.</summary>
    public IReadOnlyList<SdesLine> Crypto { get; init; } = [];

    /// <summary>Of this side's certificate; null without a handshake.</summary>
    public CertificateFingerprint? Fingerprint { get; init; }

    public DtlsSetup Setup { get; init; }

    public override IPEndPoint Address => Rtp;

    public override bool IsMultiplexed => SharesPort;

    public override string Protocol => Profile;

    public override bool IsForBrowsers => false;

    public override void WriteLine(SdpText text)
    {
        if (!IsMultiplexed)
        {
            text.Line($"a=rtcp:{Rtcp.Port}");
        }

        foreach (var line in Crypto)
        {
            text.Line($"a=crypto:{line}");
        }

        if (Fingerprint is not null)
        {
            text.Line($"a=fingerprint:{Fingerprint}");
            text.Line($"a=setup:{Setup.ToString().ToLowerInvariant()}");
        }
    }

    public override bool Multiplexes(SdpMedia media, IReadOnlyList<string>? bundle) => IsMultiplexed;
}
