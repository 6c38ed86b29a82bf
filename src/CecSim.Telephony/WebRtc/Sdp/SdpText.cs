using System.Net.Sockets;
using System.Text;

namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>Writes a description line by line, and what all of them say of their transport.</summary>
internal sealed class SdpText
{
    // RFC 8445 section 5.1.2: a host candidate, component 1; earlier addresses come first.
    private const uint HostPriority = (126u << 24) | 255;
    private const int LocalPreferenceMax = 65_535;

    private readonly StringBuilder _text = new();

    /// <summary>The four lines that every description begins with: RFC 8866 section 5.</summary>
    public static SdpText Begin(ulong sessionId, int version, IPAddress address)
    {
        var text = new SdpText();
        text.Line($"v=0");
        text.Line($"o=- {sessionId} {version} IN {Family(address)} {address}");
        text.Line($"s=-");
        text.Line($"t=0 0");
        return text;
    }

    public void Line(FormattableString line) =>
        _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append("\r\n");

    public void Media(string kind, IPEndPoint address, string protocol, string formats)
    {
        Line($"m={kind} {address.Port} {protocol} {formats}");
        Line($"c=IN {Family(address.Address)} {address.Address}");
    }

    public void Transport(
        IReadOnlyList<IPEndPoint> addresses, IceCredentials ice, CertificateFingerprint fingerprint, string setup)
    {
        foreach (var (index, address) in addresses.Index())
        {
            var priority = HostPriority | ((uint)(LocalPreferenceMax - index) << 8);
            Line($"a=candidate:{index + 1} 1 udp {priority} {address.Address} {address.Port} typ host");
        }

        Line($"a=end-of-candidates");
        Line($"a=ice-ufrag:{ice.Fragment}");
        Line($"a=ice-pwd:{ice.Password}");
        Line($"a=fingerprint:{fingerprint}");
        Line($"a=setup:{setup}");
    }

    public override string ToString() => _text.ToString();

    private static string Family(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? "IP6" : "IP4";
}
