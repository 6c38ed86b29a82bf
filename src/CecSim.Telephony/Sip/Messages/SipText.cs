using System.Buffers;
using System.Text;

namespace CecSim.Telephony.Sip.Messages;

/// <summary>The words of SIP's grammar (RFC 3261, section 25.1) that every header shares.</summary>
internal static class SipText
{
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.!%*_+`'~");

    public static bool IsToken(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(TokenCharacters);

    public static bool IsSame(string? left, string? right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>Cuts at a separator that stands neither in quotes nor between angle brackets.</summary>
    public static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        while (IndexOutside(text, separator, start) is var end && end >= 0)
        {
            parts.Add(text[start..end].Trim());
            start = end + 1;
        }

        parts.Add(text[start..].Trim());
        return parts;
    }

    /// <summary>Where a character stands outside of quotes and angle brackets, or -1.</summary>
    public static int IndexOutside(string text, char wanted, int start = 0)
    {
        var isBracketed = false;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == wanted && !isBracketed)
            {
                return i;
            }

            switch (text[i])
            {
                case '"':
                    i = EndOfQuotes(text, i);
                    break;
                case '<':
                    isBracketed = true;
                    break;
                case '>':
                    isBracketed = false;
                    break;
            }
        }

        return -1;
    }

    /// <summary>Where the quote at <paramref name="opening"/> is closed; the text's length when it is not.</summary>
    public static int EndOfQuotes(string text, int opening)
    {
        for (var i = opening + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return i;
            }
        }

        return text.Length;
    }

    /// <summary>What a quoted string means; any other text means itself.</summary>
    public static string Unquote(string text)
    {
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"')
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 1; i < text.Length - 1; i++)
        {
            i += text[i] == '\\' && i < text.Length - 2 ? 1 : 0;
            plain.Append(text[i]);
        }

        return plain.ToString();
    }

    /// <summary>As a quoted string, on one line.</summary>
    public static string Quote(string text) =>
        $"\"{SipWarning.OneLine(text).Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
}
