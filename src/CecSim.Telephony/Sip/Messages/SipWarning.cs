using System.Text;

namespace CecSim.Telephony.Sip.Messages;

/// <summary>The Warning header (RFC 3261, section 20.43): why a request is refused, for people to read.</summary>
internal static class SipWarning
{
    public const string Name = "Warning";

    // Section 20.43 permits a pseudonym where the host's name is nobody's business.
    private const string Agent = "cecsim";
    private const int CharactersMax = 500;

    public static string Of(int code, string sentence)
    {
        var text = new StringBuilder(sentence.Length + 24);
        text.Append(CultureInfo.InvariantCulture, $"{code} {Agent} \"");
        foreach (var rune in OneLine(sentence).EnumerateRunes())
        {
            text.Append(rune.Value is '"' or '\\' ? $"\\{rune}" : $"{rune}");
        }

        return text.Append('"').ToString();
    }

    /// <summary>Text of others that may stand in a line: bounded, and nothing in it that could end or disguise it.
    /// </summary>
    public static string OneLine(string text)
    {
        var fit = new StringBuilder(Math.Min(text.Length, CharactersMax) + 1);
        foreach (var rune in text.EnumerateRunes())
        {
            if (fit.Length >= CharactersMax)
            {
                return fit.Append('…').ToString();
            }

            fit.Append(IsPlain(rune) ? rune.ToString() : " ");
        }

        return fit.ToString();
    }

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);
}
