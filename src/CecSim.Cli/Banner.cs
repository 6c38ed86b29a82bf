using System.Text;
using CecSim.Server;
using CecSim.Simulation.Spaces;

namespace CecSim.Cli;

/// <summary>What a newcomer needs to make the first call, and nothing more.</summary>
internal static class Banner
{
    public static string Of(CecSimArgs args, IEnumerable<string> urls)
    {
        var addresses = urls.ToList();
        var text = new StringBuilder("CecSim is a CEC on this machine. It listens on\n\n");
        foreach (var address in addresses)
        {
            text.Append("  ").Append(address).Append('\n');
        }

        foreach (var space in args.Spaces)
        {
            Describe(text, space);
        }

        var http = addresses.FirstOrDefault(a => a.StartsWith("http:", StringComparison.Ordinal));
        text.Append("\nA first call:\n\n").Append(FirstCall(http ?? addresses[0], args.Spaces[0]));
        return text.Append("\nCtrl-C ends it.\n").ToString();
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
