using System.Diagnostics.CodeAnalysis;

namespace CecSim.Telephony.Sip.Messages;

/// <summary>A From, To or Contact: a display name, a URI, and the header's own parameters.</summary>
internal sealed record SipAddress(string DisplayName, SipUri Uri, SipParameters Parameters)
{
    public string? Tag => Parameters["tag"];

    public static bool TryParse(string text, [NotNullWhen(true)] out SipAddress? address)
    {
        address = null;
        var opening = IndexOfBracket(text);
        var end = opening < 0 ? text.IndexOf(';', StringComparison.Ordinal) : text.IndexOf('>', opening);
        if (opening >= 0 && end < 0)
        {
            return false;
        }

        var name = opening < 0 ? "" : text[..opening].Trim();
        var uriText = (opening < 0 ? (end < 0 ? text : text[..end]) : text[(opening + 1)..end]).Trim();
        var tail = end < 0 ? "" : text[(opening < 0 ? end : end + 1)..].Trim();
        var parameters = SipParameters.None;
        if (!IsName(name)
            || (opening < 0 && uriText.AsSpan().ContainsAny("?,"))
            || !SipUri.TryParse(uriText, out var uri)
            || (tail.Length > 0 && (tail[0] != ';' || !SipParameters.TryParse(tail[1..], out parameters))))
        {
            return false;
        }

        address = new SipAddress(SipText.Unquote(name), uri, parameters!);
        return true;
    }

    private static int IndexOfBracket(string text) => SipText.IndexOutside(text, '<');

    // Names without quotes may hold what only quotes allow (RFC 4475, section 3.1.2.15): no harm in reading them.
    private static bool IsName(string name) =>
        name.StartsWith('"')
            ? SipText.EndOfQuotes(name, 0) == name.Length - 1
            : !name.Contains('"', StringComparison.Ordinal);
}
