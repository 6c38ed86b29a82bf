using System.Text;
using System.Text.RegularExpressions;

namespace CecSim.Simulation.Journal;

/// <summary>
/// Takes the secrets out of what is recorded: by the name they stand under, by the look of CEC's tokens wherever they
/// stand, and by value those that the space knows.
/// </summary>
/// <param name="known">Secrets that are told by their value: the space's own.</param>
public sealed partial class Masking(IEnumerable<string> known)
{
    // Shorter ones are left to their names: a password of "1" would black out half the journal.
    private const int KnownCharsMin = 6;
    private const int TokenCharsMin = 20;
    private const string BearerScheme = "Bearer ";

    // Room for a secret that begins before the cut and ends after it.
    internal const int CutMarginChars = 512;

    private readonly string[] _known = [.. known.Where(k => k.Length >= KnownCharsMin).Distinct()];

    public string Header(string name, string value) =>
        !Mask.MayBeSecretName(name.Length) || !Mask.IsSecretName(name) ? Text(value)
        : value.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase)
            ? value[..BearerScheme.Length] + Mask.Of(value.AsSpan(BearerScheme.Length))
        : Mask.Of(value);

    /// <summary>Text of any kind, a query or a form among them.</summary>
    public string Text(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var masked = text.AsSpan().IndexOfAny('=', ':') >= 0 && Mask.MayNameSecret(text)
            ? NamedSecret().Replace(text, Named)
            : text;
        return Values(masked);
    }

    /// <summary>A body: JSON by its grammar, anything else as text.</summary>
    /// <returns>Null for none.</returns>
    public JournalBody? Body(DraftBody body, int charsMax)
    {
        if (body.BytesCount == 0)
        {
            return null;
        }

        var kept = body.Kept.Span;
        var isCut = body.BytesCount > charsMax;
        var text = !isCut && SecretsInJson.Masked(kept) is { } json
            ? Values(json)
            : Text(Encoding.UTF8.GetString(kept));
        return new JournalBody(isCut && text.Length > charsMax ? text[..charsMax] : text, body.BytesCount, isCut);
    }

    /// <summary>Puts the secrets of a JSON body back into one that was made of it with its secrets masked.</summary>
    public static string Restore(string edited, string original)
    {
        if (!edited.Contains(Mask.Start, StringComparison.Ordinal)
            || SecretsInJson.TextsOf(original) is not { } texts)
        {
            return edited;
        }

        foreach (var text in texts)
        {
            edited = edited.Replace(Mask.Of(text), text, StringComparison.Ordinal);
        }

        return edited;
    }

    private string Values(string text)
    {
        var masked = text.Length >= TokenCharsMin ? TokenShape().Replace(text, m => Mask.Of(m.Value)) : text;
        foreach (var secret in _known)
        {
            if (masked.Contains(secret, StringComparison.Ordinal))
            {
                masked = masked.Replace(secret, Mask.Of(secret), StringComparison.Ordinal);
            }
        }

        return masked;
    }

    private static string Named(Match match)
    {
        var value = match.Groups["value"];
        return Mask.IsSecretName(Uri.UnescapeDataString(match.Groups["name"].Value))
            ? string.Concat(match.ValueSpan[..(value.Index - match.Index)], Mask.Of(value.ValueSpan))
            : match.Value;
    }

    // A name, in quotes or not, a colon or an equals sign, and a value: of JSON that is cut or broken, of a query,
    // of a form, of a cookie.
    [GeneratedRegex(
        """(?<name>(?:[A-Za-z0-9_.-]|%[0-9A-Fa-f]{2}){3,64})["']?\s*[:=]\s*""" +
        """(?:"(?<value>(?:[^"\\]|\\.)*)|(?<value>(?:(?i:Bearer|Basic|Digest)\s+)?[^"&;,\s}]+))""",
        RegexOptions.CultureInvariant)]
    private static partial Regex NamedSecret();

    // The API Fabric's token is 32 hex digits or more; CC-Messaging's is Base64 of JSON, percent signs in it or not.
    [GeneratedRegex(
        "[0-9A-Fa-f]{32,}|eyJ[A-Za-z0-9+/_%=.-]{17,}", RegexOptions.CultureInvariant)]
    private static partial Regex TokenShape();
}
