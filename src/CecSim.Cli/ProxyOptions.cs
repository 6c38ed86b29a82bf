using System.Net;

namespace CecSim.Cli;

/// <summary>What stands between clients and the server, and by which address they know it.</summary>
internal static class ProxyOptions
{
    private static readonly Option<Uri?> PublicUrl = new("--public-url")
    {
        Description = "By which address clients know the server, where a proxy stands in front of it. Answers name it.",
        HelpName = "URL",
        CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url)
            ? url
            : Complain<Uri?>(result, "--public-url must be an address such as https://cec.example"),
    };

    private static readonly Option<IPNetwork[]> Trusted = new("--trusted-proxy")
    {
        Description = "A proxy whose Forwarded and X-Forwarded-* tell the address that clients use; may be repeated.",
        HelpName = "ADDRESS[/LENGTH]",
        CustomParser = result => [.. result.Tokens.Select(t => Parse(t.Value, result))],
    };

    public static void AddTo(Command command)
    {
        command.Add(PublicUrl);
        command.Add(Trusted);
    }

    public static Uri? PublicUrlOf(ParseResult parsed) => parsed.GetValue(PublicUrl);

    public static IReadOnlyList<IPNetwork> TrustedOf(ParseResult parsed) => parsed.GetValue(Trusted) ?? [];

    private static IPNetwork Parse(string text, ArgumentResult result) =>
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network
        : Complain<IPNetwork>(result, "--trusted-proxy must be an IP address or a network such as 10.0.0.0/8");

    private static T Complain<T>(ArgumentResult result, string what)
    {
        result.AddError($"{what}, not '{result.Tokens[0].Value}'.");
        return default!;
    }
}
