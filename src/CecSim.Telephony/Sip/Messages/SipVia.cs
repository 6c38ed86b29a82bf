using System.Diagnostics.CodeAnalysis;

namespace CecSim.Telephony.Sip.Messages;

/// <summary>One hop of a Via (RFC 3261, section 20.42).</summary>
internal sealed record SipVia(string Transport, string Host, int? Port, SipParameters Parameters)
{
    /// <summary>What tells a branch of RFC 3261 from one of its predecessor (section 8.1.1.7).</summary>
    public const string Cookie = "z9hG4bK";

    public string? Branch => Parameters["branch"];

    /// <summary>Whether the branch alone names the transaction. The bare cookie names none.</summary>
    public bool HasUniqueBranch =>
        Branch is { Length: > 7 } branch && branch.StartsWith(Cookie, StringComparison.OrdinalIgnoreCase);

    public string SentBy => Port is { } port ? $"{Host}:{port}" : Host;

    public bool AsksForSourcePort => Parameters.Has("rport");

    public static bool TryParse(string text, [NotNullWhen(true)] out SipVia? via)
    {
        via = null;
        var parts = text.Split(';', 2);
        var slash = parts[0].LastIndexOf('/');
        if (slash < 0 || parts[0][..slash].Replace(" ", "").Replace("\t", "") is not "SIP/2.0")
        {
            return false;
        }

        var hop = parts[0][(slash + 1)..].Split([' ', '\t'], 2, StringSplitOptions.RemoveEmptyEntries);
        var parameters = SipParameters.None;
        if (hop.Length < 2
            || !SipText.IsToken(hop[0])
            || !SipUri.TryParseHost(hop[1], out var host, out var port)
            || (parts.Length > 1 && !SipParameters.TryParse(parts[1], out parameters)))
        {
            return false;
        }

        via = new SipVia(hop[0].ToUpperInvariant(), host, port, parameters!);
        return true;
    }

    /// <summary>With the address the request came from (section 18.2.1; RFC 3581, section 4).</summary>
    public string From(IPEndPoint source)
    {
        var parameters = string.Concat(Parameters.All
            .Where(p => !SipText.IsSame(p.Name, "received") && !SipText.IsSame(p.Name, "rport"))
            .Select(p => p.Value is null ? $";{p.Name}" : $";{p.Name}={p.Value}"));
        var rport = AsksForSourcePort ? ";rport=" + source.Port.ToString(CultureInfo.InvariantCulture) : "";
        var address = source.Address.IsIPv4MappedToIPv6 ? source.Address.MapToIPv4() : source.Address;
        var received = AsksForSourcePort || Host != address.ToString() ? $";received={address}" : "";
        return $"SIP/2.0/{Transport} {SentBy}{parameters}{received}{rport}";
    }
}
