using CecSim.Telephony.Calling;

namespace CecSim.Cli.Calling.Phoning;

/// <summary>Whether the call is made with sound and pictures, and where that may lead.</summary>
internal static class PhoneOptions
{
    private static readonly Option<bool> WithMedia = new("--with-media")
    {
        Description = "Make the call at the WebRTC gateway too, send a tone, and say what was heard.",
    };

    private static readonly Option<Uri[]> Gateways = new("--gateway")
    {
        Description = "A gateway that may be called besides those on the host of ADDRESS: wss://host[:port].",
        HelpName = "ADDRESS",
        CustomParser = result => [.. result.Tokens.Select(t => Parse(t.Value, result)).OfType<Uri>()],
    };

    private static readonly Option<TimeSpan> StepMax = Durations.Seconds(
        "--media-wait",
        "How long each step of the call at the gateway may take: its socket, its answer, ICE, DTLS.",
        TimeSpan.FromSeconds(10),
        TimeSpan.FromSeconds(0.1),
        TimeSpan.FromMinutes(3));

    public static void AddTo(Command command)
    {
        command.Add(WithMedia);
        command.Add(Gateways);
        command.Add(StepMax);
    }

    /// <returns>Null for a call without media.</returns>
    public static PhoneOrder? Read(ParseResult parsed, Uri address, CecMedia media)
    {
        if (!parsed.GetValue(WithMedia))
        {
            return null;
        }

        var most = parsed.GetValue(StepMax);
        var limits = new CallLimits { Open = most, Answer = most, Path = most, Handshake = most };
        return new PhoneOrder(
            new GatewayChoice(address, parsed.GetValue(Gateways) ?? []), media == CecMedia.Video, limits);
    }

    private static Uri? Parse(string text, System.CommandLine.Parsing.ArgumentResult result)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "ws" or "wss")
        {
            return address;
        }

        result.AddError($"'{text}' is no address of a gateway such as wss://gateway.example:8443.");
        return null;
    }
}
