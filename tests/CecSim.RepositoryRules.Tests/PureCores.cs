namespace CecSim.RepositoryRules.Tests;

/// <summary>
/// A call's media take time, chance and packets from outside, so that a call can be had again: only their shells know
/// the machine.
/// </summary>
internal static partial class PureCores
{
    private static readonly string[] Cores =
    [
        "src/CecSim.Telephony/WebRtc/", "src/CecSim.Telephony/Media/", "src/CecSim.Telephony/Calling/Media/",
    ];

    private static readonly string[] Shells =
    [
        "src/CecSim.Telephony/WebRtc/SecureRandomSource.cs",
        "src/CecSim.Telephony/WebRtc/Dtls/EcdsaIdentity.cs",
        "src/CecSim.Telephony/WebRtc/Transport/SharedReceiveLoop.cs",
        "src/CecSim.Telephony/WebRtc/Transport/UdpEndpoint.cs",
        "src/CecSim.Telephony/WebRtc/Transport/PacketPorts.cs",
        "src/CecSim.Telephony/WebRtc/Transport/PhonePorts.cs",
        "src/CecSim.Telephony/Media/Ticker.cs",
        "src/CecSim.Telephony/Media/Recording/",
    ];

    public static IEnumerable<string> ThatKnowTheMachine(Repository repository) =>
        from file in repository.Code()
        where Cores.Any(c => file.StartsWith(c, StringComparison.Ordinal))
            && !Shells.Any(s => file.StartsWith(s, StringComparison.Ordinal))
        from line in repository.Lines(file).Index()
        from match in Machine().Matches(line.Item)
        select $"{file}:{line.Index + 1} '{match.Value}' is the machine's: a core is given time, chance and packets";

    [GeneratedRegex(
        @"\bRandomNumberGenerator\b|\bECD\w+\.Create\(ECCurve|\bTimeProvider\.System\b|\bStopwatch\b|\bCreateTimer\b"
        + @"|\bUdpEndpoint\b|\bnew Socket\(")]
    private static partial Regex Machine();
}
