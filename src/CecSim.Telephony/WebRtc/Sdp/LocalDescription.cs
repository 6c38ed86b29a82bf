using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.WebRtc.Dtls;

namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>
/// What the gateway says of itself, in an answer or in an offer of its own: RFC 8829 sections 5.2 and 5.3.
/// </summary>
/// <param name="Setup">"passive" in an answer, "actpass" in an offer: RFC 8842 section 5.</param>
internal sealed record LocalDescription(
    ulong SessionId,
    int Version,
    string Setup,
    IReadOnlyList<IPEndPoint> Addresses,
    IceCredentials Ice,
    CertificateFingerprint Fingerprint,
    IReadOnlyList<LocalLine> Lines)
{
    // RFC 8445 section 5.1.2: a host candidate, component 1; earlier addresses come first.
    private const uint HostPriority = (126u << 24) | 255;
    private const int LocalPreferenceMax = 65_535;

    private readonly StringBuilder _text = new();

    public string Write()
    {
        _text.Clear();
        var first = Addresses[0];
        Line($"v=0");
        Line($"o=- {SessionId} {Version} IN {Family(first.Address)} {first.Address}");
        Line($"s=-");
        Line($"t=0 0");
        Line($"a=ice-lite");
        Line($"a=ice-options:ice2");
        WriteBundle();
        Line($"a=msid-semantic: WMS cecsim");
        foreach (var line in Lines)
        {
            if (line.Offered.IsTaken)
            {
                Write(line, line.Offered.Codec!);
            }
            else
            {
                Refuse(line.Offered.Media);
            }
        }

        return _text.ToString();
    }

    // An offer of one line may do without names, and then has no bundle.
    private void WriteBundle()
    {
        var mids = Lines.Where(l => l.Offered.IsTaken && l.Offered.Media.Mid is not null).Select(l => l.Offered.Mid);
        var bundle = string.Join(' ', mids);
        if (bundle.Length > 0)
        {
            Line($"a=group:BUNDLE {bundle}");
        }
    }

    private void Write(LocalLine line, OfferedCodec codec)
    {
        var first = Addresses[0];
        var types = codec.Digits is { } digits ? $"{codec.PayloadType} {digits.PayloadType}" : $"{codec.PayloadType}";
        Line($"m={line.Offered.Media.Kind} {first.Port} {line.Offered.Media.Protocol} {types}");
        Line($"c=IN {Family(first.Address)} {first.Address}");
        WriteTransport();
        WriteMid(line.Offered.Media);
        foreach (var extension in line.Offered.Extensions.Attributes())
        {
            Line($"a={extension}");
        }

        Line($"a={line.Direction.Attribute()}");
        Line($"a=rtcp-mux");
        WriteCodec(line.Offered, codec);
        if (line.Direction.Sends())
        {
            Line($"a=msid:cecsim cecsim-{line.Offered.Media.Kind}");
            Line($"a=ssrc:{line.Ssrc} cname:cecsim");
        }
    }

    private void WriteTransport()
    {
        foreach (var (index, address) in Addresses.Index())
        {
            var priority = HostPriority | ((uint)(LocalPreferenceMax - index) << 8);
            Line($"a=candidate:{index + 1} 1 udp {priority} {address.Address} {address.Port} typ host");
        }

        Line($"a=end-of-candidates");
        Line($"a=ice-ufrag:{Ice.Fragment}");
        Line($"a=ice-pwd:{Ice.Password}");
        Line($"a=fingerprint:{Fingerprint}");
        Line($"a=setup:{Setup}");
    }

    private void WriteCodec(OfferedLine line, OfferedCodec codec)
    {
        Line($"a=rtpmap:{codec.PayloadType} {codec.Codec.RtpMap()}");
        if (codec.Parameters is { } parameters)
        {
            Line($"a=fmtp:{codec.PayloadType} {parameters}");
        }

        if (codec.Digits is { } digits)
        {
            Line($"a=rtpmap:{digits.PayloadType} telephone-event/{digits.ClockRate}");
            Line($"a=fmtp:{digits.PayloadType} 0-15");
        }

        foreach (var feedback in line.Feedback())
        {
            Line($"a=rtcp-fb:{codec.PayloadType} {feedback}");
        }
    }

    // RFC 3264 section 6: a refused line stays in its place, with port 0 and at least one format.
    private void Refuse(SdpMedia media)
    {
        Line($"m={media.Kind} 0 {media.Protocol} {string.Join(' ', media.Formats)}");
        Line($"c=IN IP4 0.0.0.0");
        Line($"a=inactive");
        WriteMid(media);
    }

    private void WriteMid(SdpMedia media)
    {
        if (media.Mid is { } mid)
        {
            Line($"a=mid:{mid}");
        }
    }

    private void Line(FormattableString line) =>
        _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append("\r\n");

    private static string Family(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? "IP6" : "IP4";
}
