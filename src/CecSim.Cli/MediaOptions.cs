using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using CecSim.Telephony.Media;
using CecSim.Telephony.Media.Recording;

namespace CecSim.Cli;

/// <summary>Where the WebRTC gateway and the softphones' registrar listen.</summary>
internal static class MediaOptions
{
    private static readonly Option<int> Port = new("--media-port")
    {
        Description = "The UDP port of all calls' media; 0 for any free one, which also stands in for the default.",
        HelpName = "PORT",
        DefaultValueFactory = _ => MediaSettings.DefaultPort,
    };

    private static readonly Option<IPAddress> Bind = new("--media-bind")
    {
        Description = "The address to take media and softphones on.",
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

    private static readonly Option<int?> Sip = new("--sip-port")
    {
        Description = "A port for SIP over UDP and TCP, where softphones register; none unless given.",
        HelpName = "PORT",
    };

    public static void AddTo(Command command)
    {
        Port.Validators.Add(r => ServeCommand.Require(r, Port, ServeCommand.IsPort, ServeCommand.Ports));
        Sip.Validators.Add(
            r => ServeCommand.Require(r, Sip, p => p is null || ServeCommand.IsPort(p.Value), ServeCommand.Ports));
        foreach (var option in (Option[])[Port, Bind, Advertise, Record, Sip])
        {
            command.Add(option);
        }
    }

    public static MediaSettings MediaOf(ParseResult parsed) => new()
    {
        Port = parsed.GetValue(Port),
        TakesFreePort = parsed.GetResult(Port) is null or { Implicit: true },
        BindAddress = parsed.GetValue(Bind)!,
        AdvertisedAddresses = parsed.GetValue(Advertise) ?? [],
    };

    public static RecordingSettings? RecordingOf(ParseResult parsed) =>
        parsed.GetValue(Record) is { } folder ? new RecordingSettings(folder) : null;

    public static int? SipPortOf(ParseResult parsed) => parsed.GetValue(Sip);

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
