namespace CecSim.Scenarios.Yaml;

/// <summary>
/// Halves of characters that stand alone, as they are or as an escape: no character at all (RFC 8259, 8.2).
/// </summary>
internal static partial class Surrogates
{
    public static int? IndexOfLone(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return null;
    }

    public static string WhatIsWrong(char lone) =>
        $"the surrogate {(int)lone:X4} stands alone: a high one and a low one together are a character";

    /// <summary>Complains of the first escape, from a place on, that is a surrogate alone.</summary>
    /// <returns>False when there is none.</returns>
    public static bool ComplainOfEscaped(string yaml, SourceLocation from, ParseContext context)
    {
        var line = 0;
        foreach (var text in yaml.Split('\n'))
        {
            line++;
            if (line >= from.Line && EscapedLone(text, line == from.Line ? from.Column - 1 : 0) is var (column, lone))
            {
                context.Report(new SourceLocation(line, column), WhatIsWrong(lone));
                return true;
            }
        }

        return false;
    }

    private static (int Column, char Lone)? EscapedLone(string text, int start)
    {
        var escapes = Escape().Matches(text, Math.Min(start, text.Length));
        for (var i = 0; i < escapes.Count; i++)
        {
            if (CodeOf(escapes[i]) is not { } code || !char.IsSurrogate(code))
            {
                continue;
            }

            var next = i + 1 < escapes.Count && escapes[i + 1].Index == escapes[i].Index + escapes[i].Length
                ? CodeOf(escapes[i + 1])
                : null;
            if (!char.IsHighSurrogate(code) || next is null || !char.IsLowSurrogate(next.Value))
            {
                return (escapes[i].Index + 1, code);
            }

            i++;
        }

        return null;
    }

    private static char? CodeOf(Match escape) =>
        escape.Groups["code"] is { Success: true } digits
        && uint.Parse(digits.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is <= 0xFFFF and var code
            ? (char)code
            : null;

    // Any escape, so that the u of an escaped backslash is none.
    [GeneratedRegex(@"\\(?:u(?<code>[0-9a-fA-F]{4})|U(?<code>[0-9a-fA-F]{8})|.)")]
    private static partial Regex Escape();
}
