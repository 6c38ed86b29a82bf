using CecSim.Cli.Control;
using CecSim.Server.Listeners;
using CecSim.Server.Snapshots;
using CecSim.Server.WebConsole;

namespace CecSim.Cli;

/// <summary>What a newcomer needs to make the first call, and nothing more.</summary>
internal static class Banner
{
    public static string Of(CecSimArgs args, ServerPorts ports, SnapshotFile? snapshot)
    {
        var text = new StringBuilder("CecSim is a CEC on this machine. It listens on\n\n");
        foreach (var url in ports.Urls)
        {
            text.Append("  ").Append(url).Append('\n');
        }

        DescribePorts(text, args, ports);
        foreach (var space in args.Spaces)
        {
            Describe(text, space);
        }

        if (snapshot is not null)
        {
            text.Append('\n').Append(snapshot.Space.Name).Append(" is as it stood; its time stands at ")
                .Append(TableWriter.Time(snapshot.Now)).Append(": cecsim clock run --space ")
                .Append(snapshot.Space.Name).Append('\n');
        }

        var http = ports.Urls.FirstOrDefault(a => a.StartsWith("http:", StringComparison.Ordinal));
        text.Append("\nA first call:\n\n").Append(FirstCall(http ?? ports.Urls[0], args.Spaces[0]));
        return text.Append("\nCtrl-C ends it.\n").ToString();
    }

    private static void DescribePorts(StringBuilder text, CecSimArgs args, ServerPorts ports)
    {
        string?[] notes =
        [
            ports.Urls.Any(u => new Uri(u).Host == "localhost") ? "localhost is 127.0.0.1 and [::1] here." : null,
            args.Console == ConsoleMode.Off ? null : $"Look at it in a browser: {ports.Urls[0]}",
            args.PublicUrl is { } known ? $"Clients know it as {known.GetLeftPart(UriPartial.Authority)}." : null,
            args.PublicUrl is { IsLoopback: false } && args.ControlKey is null
                ? "The control API is shut: start it with --control-key-file FILE to open it."
                : null,
            args.Media.Port != 0 && ports.Media.Port != args.Media.Port
                ? $"Media port {args.Media.Port} is in use: calls have their media at UDP {ports.Media}."
                : null,
            ports.Softphones.Count > 0
                ? $"Softphones register at sip:{string.Join(" or sip:", ports.Softphones)}, by UDP and TCP."
                : null,
            ports.SoftphonesByTls.Count > 0
                ? $"By TLS they register at sips:{string.Join(" or sips:", ports.SoftphonesByTls)}."
                : null,
        ];
        foreach (var note in notes.OfType<string>())
        {
            text.Append('\n').Append(note).Append('\n');
        }
    }

    private static void Describe(StringBuilder text, SpaceSettings space)
    {
        text.Append('\n').Append("Space ").Append(space.Name).Append(" (").Append(space.Profile.Name)
            .Append(", seed ").Append(space.Seed).Append(")\n\n");
        Line(text, "app_key", space.AppKey);
        Line(text, "app_secret", space.AppSecret);
        Line(text, "channelId", string.Join(", ", space.Channels.Select(c => c.Id)));
        Line(text, "tenantSpaceId", space.TenantSpaceId);
    }

    private static void Line(StringBuilder text, string name, string value) =>
        text.Append("  ").Append(name.PadRight(14)).Append(value).Append('\n');

    private static string FirstCall(string address, SpaceSettings space)
    {
        var trust = address.StartsWith("https:", StringComparison.Ordinal) ? "--insecure " : "";
        return $$"""
              curl {{trust}}-H 'Content-Type: application/json' \
                -d '{"app_key":"{{space.AppKey}}","app_secret":"{{space.AppSecret}}"}' \
                {{address}}/apigovernance/api/oauth/tokenByAkSk

            """;
    }
}
