using System.Diagnostics.CodeAnalysis;

namespace CecSim.Telephony.Sip.Messages;

/// <summary>The <c>;name=value</c> tail of a header value or URI, in its order.</summary>
internal sealed class SipParameters
{
    public static readonly SipParameters None = new([]);

    private readonly List<(string Name, string? Value)> _all;

    private SipParameters(List<(string Name, string? Value)> all) => _all = all;

    public IEnumerable<(string Name, string? Value)> All => _all;

    /// <summary>The value without its quotes; null when absent or without a value.</summary>
    public string? this[string name] =>
        _all.FirstOrDefault(p => SipText.IsSame(p.Name, name)).Value is { } value ? SipText.Unquote(value) : null;

    public bool Has(string name) => _all.Any(p => SipText.IsSame(p.Name, name));

    /// <summary>Reads what follows the first semicolon. An empty parameter, as in <c>;;</c>, is an error.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SipParameters? parameters)
    {
        var all = new List<(string, string?)>();
        parameters = null;
        foreach (var part in SipText.Split(text, ';'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = (equals < 0 ? part : part[..equals]).Trim();
            var value = equals < 0 ? null : part[(equals + 1)..].Trim();
            if (name.Length == 0 || value is "" || HasOpenQuotes(value))
            {
                return false;
            }

            all.Add((name, value));
        }

        parameters = new SipParameters(all);
        return true;
    }

    private static bool HasOpenQuotes(string? value) =>
        value is ['"', ..] && SipText.EndOfQuotes(value, 0) != value.Length - 1;
}
