using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;

namespace CecSim.Telephony.Sip.Messages;

/// <summary>
/// A URI (RFC 3261, section 19.1). Of tel its number is the user (RFC 3966), of other schemes only the scheme is known.
/// </summary>
internal sealed record SipUri(
    string Scheme, string? User, string Host, int? Port, SipParameters Parameters, string Text)
{
    private static readonly SearchValues<char> AddressCharacters = SearchValues.Create("0123456789abcdefABCDEF:.");

    public bool IsSip => Scheme is "sip" or "sips";

    /// <summary>A number by itself (RFC 3966).</summary>
    public bool IsTel => Scheme is "tel" && User is not null;

    public static bool TryParse(string text, [NotNullWhen(true)] out SipUri? uri)
    {
        uri = null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == text.Length - 1 || text.AsSpan().ContainsAny(" \t<>\""))
        {
            return false;
        }

        var scheme = text[..colon].ToLowerInvariant();
        if (scheme is not ("sip" or "sips"))
        {
            var number = scheme is "tel" ? NumberOf(text[(colon + 1)..]) : null;
            uri = new SipUri(scheme, number, "", null, SipParameters.None, text);
            return char.IsAsciiLetter(scheme[0])
                && scheme.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.');
        }

        // The user part may itself hold semicolons and question marks: what counts starts after the @.
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var user = at < 0 ? null : text[(colon + 1)..at].Split(':')[0];
        var rest = text[(Math.Max(at, colon) + 1)..].Split('?')[0].Split(';', 2);
        var parameters = SipParameters.None;
        if (user is "" || !TryParseHost(rest[0], out var host, out var port)
            || (rest.Length > 1 && !SipParameters.TryParse(rest[1], out parameters)))
        {
            return false;
        }

        uri = new SipUri(scheme, user is null ? null : Uri.UnescapeDataString(user), host, port, parameters!, text);
        return true;
    }

    /// <summary>Section 19.1.4, as far as it tells two contacts of one phone apart.</summary>
    public bool Matches(SipUri other) =>
        IsSip
            ? Scheme == other.Scheme && User == other.User && SipText.IsSame(Host, other.Host) && Port == other.Port
                && Parameters.All.Concat(other.Parameters.All).All(p => AgreeOn(p.Name, other))
            : Text == other.Text;

    /// <summary>A user part with all escaped that the grammar (section 25.1) does not have in one.</summary>
    public static string EscapeUser(string user) => Uri.EscapeDataString(user).Replace("%2B", "+").Replace("%2A", "*");

    public override string ToString() => Text;

    // These count even when only one side has them; any other parameter only when both have it.
    private bool AgreeOn(string name, SipUri other) =>
        (name.ToLowerInvariant() is not ("transport" or "user" or "ttl" or "method" or "maddr")
            && (!Parameters.Has(name) || !other.Parameters.Has(name)))
        || SipText.IsSame(Parameters[name], other.Parameters[name]);

    public static bool TryParseHost(string text, out string host, out int? port)
    {
        host = text.Trim();
        port = null;
        var colon = host.LastIndexOf(':');
        if (colon >= 0 && host[^1] != ']')
        {
            var digits = host[(colon + 1)..].Trim();
            if (!ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number == 0)
            {
                return false;
            }

            port = number;
            host = host[..colon].Trim();
        }

        return host is ['[', .. var v6, ']'] ? IsIPv6(v6)
            : host.All(c => char.IsAsciiDigit(c) || c == '.') ? IsIPv4(host)
            : host.TrimEnd('.').Split('.').All(IsLabel);
    }

    // RFC 3966, section 3: visual separators mean nothing, and section 5.1.5 lets a context stand behind.
    private static string? NumberOf(string telephone)
    {
        var number = string.Concat(telephone.Split(';')[0].Where(c => c is not ('-' or '.' or '(' or ')')));
        var digits = number.StartsWith('+') ? number[1..] : number;
        return digits.Length > 0 && digits.All(c => char.IsAsciiDigit(c) || (c is '*' or '#' && digits == number))
            ? number
            : null;
    }

    // The grammar of RFC 3261 makes a third colon before an IPv4 tail, and RFC 5118, section 4.10, has it read.
    private static bool IsIPv6(string text) =>
        !text.AsSpan().ContainsAnyExcept(AddressCharacters)
        && IPAddress.TryParse(text.Replace(":::", "::", StringComparison.Ordinal), out var address)
        && address.AddressFamily == AddressFamily.InterNetworkV6;

    private static bool IsIPv4(string text) =>
        text.Split('.') is { Length: 4 } parts && parts.All(p => byte.TryParse(p, NumberStyles.None, null, out _));

    // With underscores, which names of containers have.
    private static bool IsLabel(string label) =>
        label.Length > 0
        && label[0] != '-'
        && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
