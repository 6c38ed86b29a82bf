using System.Net;
using System.Net.Sockets;
using CecSim.Telephony.Capture;
using CecSim.Telephony.Media;
using CecSim.Telephony.Media.Recording;

namespace CecSim.Cli;

/// <summary>Where the WebRTC gateway and the softphones' registrar listen, and how long they wait.</summary>
internal static class MediaOptions
{
    private const string HepRemedy = "Check the name, or give an address, as 127.0.0.1:9060.";

    private static readonly Option<int> Port = new("--media-port")
    {
        Description = "The UDP port of all calls' media; 0 for any free one, which also stands in for the default.",
        HelpName = "PORT",
        DefaultValueFactory = _ => MediaSettings.DefaultPort,
    };

    private static readonly Option<IPAddress> Bind = new("--media-bind")
    {
        Description = "The address to take media and softphones on; unless given, softphones on [::1] as well.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = result => Parse(result.Tokens[0].Value, result) ?? IPAddress.None,
    };

    private static readonly Option<IPAddress[]> Advertise = new("--media-advertise")
    {
        Description = "The addresses that browsers are told; by default those that are bound.",
        HelpName = "ADDRESS",
        CustomParser = result => [.. result.Tokens.Select(t => Parse(t.Value, result)).OfType<IPAddress>()],
    };

    private static readonly Option<string?> Record = new("--record-media")
    {
        Description = "Write down what customers send in this folder: Opus as Ogg, PCMU and PCMA as WAV, VP8 as IVF.",
        HelpName = "DIR",
    };

    private static readonly Option<bool> Capture = new("--capture-media")
    {
        Description = "Keep the packets of calls' media, 16 MiB of each and 128 MiB of all, for cecsim calls pcap.",
    };

    private static readonly Option<int> Sip = new("--sip-port")
    {
        Description = "A port for SIP over UDP and TCP, where softphones register; 0 for any free one. The next free "
            + "one stands in for the default.",
        HelpName = "PORT",
        DefaultValueFactory = _ => CecSimArgs.DefaultSipPort,
    };

    private static readonly Option<int?> SipTls = new("--sip-tls-port")
    {
        Description = "A port for SIP over TLS, with the certificate of HTTPS; 0 for any free one. None unless given.",
        HelpName = "PORT",
    };

    private static readonly Option<bool> NoSip = new("--no-sip")
    {
        Description = "Take no softphones.",
    };

    private static readonly Option<EndPoint?> Hep = new("--hep")
    {
        Description = "Send all SIP to this capture server, as Homer is one: HEP version 3 over UDP. A name is looked "
            + "up at the start.",
        HelpName = "HOST:PORT",
        CustomParser = result => ParseServer(result.Tokens[0].Value, result),
    };

    private static readonly Option<TimeSpan> ConnectWithin = Durations.Seconds(
        "--media-connect-within",
        "How long ICE and DTLS together may take from the answer on before the call is over.",
        new MediaSettings().ConnectWithin,
        TimeSpan.FromSeconds(1),
        TimeSpan.FromHours(1));

    private static readonly Option<TimeSpan> SipReturnWithin = Durations.Seconds(
        "--sip-return-within",
        "How long a call outlives the broken connection of its SIP, until its caller is back.",
        new CecSimArgs().SipReturnWithin,
        TimeSpan.Zero,
        TimeSpan.FromHours(1));

    private static readonly Option<TimeSpan> SipPingEvery = Durations.Seconds(
        "--sip-ping-every",
        "How long a WebSocket of SIP may be silent before it is pinged, and then without a pong before it is dead.",
        new CecSimArgs().SipPingEvery,
        TimeSpan.FromSeconds(1),
        TimeSpan.FromHours(1));

    private static readonly Option<TimeSpan?> SipSessionInterval = Durations.Seconds(
        "--sip-session-interval",
        "How long calls to phones hold unless somebody refreshes them (RFC 4028); left to the phones unless given.",
        TimeSpan.FromSeconds(90),
        TimeSpan.FromDays(1));

    private static readonly Option<TimeSpan?> SipOptionsEvery = Durations.Seconds(
        "--sip-options-every",
        "How often registered phones are sent OPTIONS, to keep their way open and see who is gone; never unless given.",
        TimeSpan.FromSeconds(1),
        TimeSpan.FromHours(1));

    public static void AddTo(Command command)
    {
        Port.Validators.Add(r => ServeCommand.Require(r, Port, ServeCommand.IsPort, ServeCommand.Ports));
        Sip.Validators.Add(r => ServeCommand.Require(r, Sip, ServeCommand.IsPort, ServeCommand.Ports));
        SipTls.Validators.Add(
            r => ServeCommand.Require(r, SipTls, p => p is null || ServeCommand.IsPort(p.Value), ServeCommand.Ports));
        foreach (var option in (Option[])[
            Port, Bind, Advertise, Record, Capture, Sip, SipTls, NoSip, ConnectWithin, SipReturnWithin,
            SipPingEvery, SipSessionInterval, SipOptionsEvery, Hep])
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            foreach (var port in (Option[])[Sip, SipTls])
            {
                if (result.GetValue(NoSip) && result.GetResult(port) is { Implicit: false })
                {
                    result.AddError($"{NoSip.Name} takes no softphones, and {port.Name} a port for them: name one.");
                }
            }
        });
    }

    /// <summary>The same arguments with what was said of media and SIP.</summary>
    public static CecSimArgs Settle(CecSimArgs args, ParseResult parsed) => args with
    {
        Media = MediaOf(parsed),
        RecordMedia = parsed.GetValue(Record) is { } folder ? new RecordingSettings(folder) : null,
        SipPort = parsed.GetValue(NoSip) ? null : parsed.GetValue(Sip),
        SipTlsPort = parsed.GetValue(SipTls),
        SipTakesNextPort = !IsGiven(parsed, Sip),

        // Whoever names one address of loopback means that one.
        SipAddresses = IsGiven(parsed, Bind) ? [parsed.GetValue(Bind)!] : null,
        SipReturnWithin = parsed.GetValue(SipReturnWithin),
        SipPingEvery = parsed.GetValue(SipPingEvery),
        SipSessionInterval = parsed.GetValue(SipSessionInterval),
        SipOptionsEvery = parsed.GetValue(SipOptionsEvery),
    };

    /// <summary>Where the capture server is.</summary>
    /// <returns>Null for none; or why it cannot be found.</returns>
    public static async Task<(IPEndPoint? Server, string? Complaint)> FindHepAsync(
        ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Hep) is not DnsEndPoint named)
        {
            return (parsed.GetValue(Hep) as IPEndPoint, null);
        }

        try
        {
            var addresses = await Dns.GetHostAddressesAsync(named.Host, cancellationToken);
            return addresses is [var first, ..]
                ? (new IPEndPoint(first, named.Port), null)
                : (null, $"{Hep.Name}: the name '{named.Host}' has no address. {HepRemedy}");
        }
        catch (SocketException unknown)
        {
            return (null, $"{Hep.Name}: the name '{named.Host}' is not found ({unknown.Message}). {HepRemedy}");
        }
    }

    private static MediaSettings MediaOf(ParseResult parsed) => new()
    {
        Port = parsed.GetValue(Port),
        TakesFreePort = !IsGiven(parsed, Port),
        BindAddress = parsed.GetValue(Bind)!,
        AdvertisedAddresses = parsed.GetValue(Advertise) ?? [],
        ConnectWithin = parsed.GetValue(ConnectWithin),
        Capture = parsed.GetValue(Capture) ? new PacketCaptureSettings() : null,
    };

    private static bool IsGiven(ParseResult parsed, Option option) =>
        parsed.GetResult(option) is { Implicit: false };

    private static EndPoint? ParseServer(string text, ArgumentResult result)
    {
        if (IPEndPoint.TryParse(text, out var server) && server.Port > 0)
        {
            return server;
        }

        var colon = Math.Max(0, text.LastIndexOf(':'));
        if (Uri.CheckHostName(text[..colon]) == UriHostNameType.Dns
            && ushort.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port > 0)
        {
            return new DnsEndPoint(text[..colon], port);
        }

        result.AddError($"'{text}' is no address or name with a port, as 127.0.0.1:9060 and homer:9060 are.");
        return null;
    }

    private static IPAddress? Parse(string text, ArgumentResult result)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return address;
        }

        result.AddError($"'{text}' is no IP address.");
        return null;
    }
}
