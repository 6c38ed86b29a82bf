using CecSim.Telephony.Capture;
using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.Media;

/// <summary>Where the gateway listens for media and how much of them it takes.</summary>
public sealed record MediaSettings
{
    public const int DefaultPort = 5090;

    public IPAddress BindAddress { get; init; } = IPAddress.Loopback;

    /// <summary>The one UDP port of all calls; 0 takes a free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Whether any free port will do where <see cref="Port"/> is taken.</summary>
    public bool TakesFreePort { get; init; }

    /// <summary>
    /// What answers name. Empty for the address bound, or for all of this machine's when bound to any.
    /// </summary>
    public IReadOnlyList<IPAddress> AdvertisedAddresses { get; init; } = [];

    /// <summary>In the order in which they are chosen.</summary>
    public IReadOnlyList<SrtpProfile> Profiles { get; init; } =
        [SrtpProfile.AeadAes128Gcm, SrtpProfile.AesCm128HmacSha1Tag80];

    public int CallsMax { get; init; } = 1000;

    public int HalfOpenHandshakesMax { get; init; } = 200;

    /// <summary>How long ICE and DTLS together may take from the answer on; then the call is over.</summary>
    public TimeSpan ConnectWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many lines may have ports of their own, which those of phones without ICE have: two each.
    /// </summary>
    public int PhonesMax { get; init; } = 500;

    /// <summary>
    /// The first of the ports of phones, an even number; the others follow, two for each of <see cref="PhonesMax"/>.
    /// 0 takes whichever are free.
    /// </summary>
    public int PhonePorts { get; init; }

    /// <summary>
    /// How long a phone without ICE may send neither media nor reports while it is not on hold; then the call is over.
    /// </summary>
    public TimeSpan PhoneSilenceMax { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How much of the packets is kept as they pass; null to keep none.</summary>
    public PacketCaptureSettings? Capture { get; init; }

    /// <summary>RFC 7675 section 5.1: without a valid check for so long, the peer no longer wants the media.</summary>
    public TimeSpan ConsentLife { get; init; } = TimeSpan.FromSeconds(30);
}
