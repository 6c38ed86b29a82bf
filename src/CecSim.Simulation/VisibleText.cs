using System.Text;

namespace CecSim.Simulation;

/// <summary>
/// Text of others where a terminal, a log or a page of CI shows it: what steers them is written as it is in JSON,
/// <c>\u001b</c>, and everything else stays. JSON that is made so means the same.
/// </summary>
public static class VisibleText
{
    /// <summary>One line: line breaks are written as what they are too.</summary>
    public static string Line(string text) => Escape(text, keepsLines: false);

    /// <summary>Lines that may stay lines.</summary>
    public static string Lines(string text) => Escape(text, keepsLines: true);

    private static string Escape(string text, bool keepsLines)
    {
        var first = FirstToEscape(text, keepsLines);
        if (first < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text, 0, first, text.Length + 16);
        for (var i = first; i < text.Length; i++)
        {
            if (MustEscape(text, i, keepsLines))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
            }
            else
            {
                escaped.Append(text[i]);
            }
        }

        return escaped.ToString();
    }

    private static int FirstToEscape(string text, bool keepsLines)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (MustEscape(text, i, keepsLines))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool MustEscape(string text, int index, bool keepsLines) => text[index] switch
    {
        '\n' => !keepsLines,
        '\t' => false,

        // C0 with ESC, BEL and CR, DEL, and C1, which many terminals obey as well.
        < ' ' or (>= '\u007f' and <= '\u009f') => true,

        // What turns the direction of text, so that it reads otherwise than it is (UAX #9).
        '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => true,

        // Other ends of lines, and marks that show nothing.
        '\u2028' or '\u2029' or '\ufeff' or (>= '\ufff9' and <= '\ufffb') or '\ufffe' or '\uffff' => true,

        // A command to the agents of GitHub, Azure Pipelines and TeamCity, wherever in a line it stands.
        '#' => index + 1 < text.Length && text[index + 1] == '#' && IsCommandFrom(text, index + 2),
        var c when char.IsHighSurrogate(c) => index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]),
        var c when char.IsLowSurrogate(c) => index == 0 || !char.IsHighSurrogate(text[index - 1]),
        _ => false,
    };

    // ##[error], ##vso[, ##teamcity[
    private static bool IsCommandFrom(string text, int index)
    {
        while (index < text.Length && char.IsAsciiLetter(text[index]))
        {
            index++;
        }

        return index < text.Length && text[index] == '[';
    }
}
