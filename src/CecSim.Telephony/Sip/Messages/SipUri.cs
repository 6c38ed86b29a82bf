using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CecSim.Telephony.Sip.Messages;

/// <summary>
/// A URI (RFC 3261, section 19.1). Of a scheme other than sip and sips only the scheme is known, since the rest is
/// opaque here.
/// </summary>
internal sealed record SipUri(
    string Scheme, string? User, string Host, int? Port, SipParameters Parameters, string Text)
{
    public bool IsSip => Scheme is "sip" or "sips";

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
            uri = new SipUri(scheme, null, "", null, SipParameters.None, text);
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
            if (!ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            port = number;
            host = host[..colon].Trim();
        }

        var name = host is ['[', .. var v6, ']'] ? v6.Replace(':', 'x') : host;
        return name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
    }
}
