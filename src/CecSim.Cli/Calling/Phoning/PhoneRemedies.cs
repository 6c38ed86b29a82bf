using CecSim.Telephony.Calling;
using CecSim.Telephony.Media.Codecs;

namespace CecSim.Cli.Calling.Phoning;

/// <summary>What to do about a call that has no media, or not those that it should have.</summary>
internal static class PhoneRemedies
{
    public static string Of(CallFailure failure) => failure switch
    {
        CallFailure.NotOpened { IsNotTrusted: true } =>
            "Name the CA that issued the gateway's certificate with --ca FILE ('cecsim certs export --pem FILE' " +
            "writes CecSim's).",
        CallFailure.NotOpened =>
            "See whether the gateway runs there, and whether a proxy or a firewall on the way lets WebSockets through.",
        CallFailure.NoAddress => "Whoever made event 168101 has to correct its content.",
        CallFailure.Refused { Status: 401 or 407 } =>
            "The gateway wants a password, which event 168101 does not bring: it is no gateway for click-to-calls.",
        CallFailure.Refused { Status: 404 } =>
            "The gateway expects another number, domain or caller than event 168101 named, or none any more.",
        CallFailure.Refused { Status: 488 or 606 } =>
            "The gateway takes none of the media offered: Opus, PCMU and PCMA, VP8 with --media video.",
        CallFailure.Refused { Status: 486 or 503 or 600 } =>
            "The gateway has no room, or has this call already.",
        CallFailure.Refused => "Its log should say why.",
        CallFailure.NotAnswered =>
            "Nobody took the call at the gateway. If it rings for long, give it more time with --media-wait SECONDS.",
        CallFailure.BadAnswer => "A browser could not make a call of that either: the gateway's settings are wrong.",
        CallFailure.NoPath =>
            "Let UDP through to that address, in firewalls and among a container's published ports. The gateway " +
            "names the address itself, so see whether it can be reached from here (cecsim serve: --media-advertise).",
        CallFailure.NoHandshake =>
            "The gateway and this side share no DTLS 1.2 cipher or SRTP profile, or somebody on the way answers in " +
            "its place. A browser would fail likewise.",
        CallFailure.Ended { Ending: var ending } => Of(ending),
        _ => "",
    };

    /// <summary>Null for a call that was as it should be.</summary>
    public static string? Of(CallReport report)
    {
        if (report.IsSound)
        {
            return null;
        }

        var audio = report.Media.Lines.FirstOrDefault(l => l.Kind == MediaKind.Audio);
        return report switch
        {
            { Ending: { } ending and not CallEnding.HungUp } => Of(ending),
            { LacksVideo: true } => "The gateway, or the channel, takes no VP8.",
            _ when audio is null or { PacketsIn: 0 } =>
                "Packets go out and none comes back: the gateway sends nothing, or a firewall or NAT lets nothing in.",
            _ when audio is { VoicedPacketsIn: 0 } => "The line stands and the far end says nothing: is it muted?",
            _ => "The way between here and the gateway loses or delays packets.",
        };
    }

    private static string Of(CallEnding ending) => ending switch
    {
        CallEnding.SocketLost => "See why the gateway or a proxy on the way drops WebSockets.",
        CallEnding.HungUpByGateway => "See why the gateway hangs up: its BYE and its log.",
        _ => "See whether UDP goes on flowing both ways for the whole call.",
    };
}
