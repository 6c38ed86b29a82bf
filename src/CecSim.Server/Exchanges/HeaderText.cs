namespace CecSim.Server.Exchanges;

/// <summary>
/// Free text made fit for a header value (RFC 9110, 5.5): what is not printable ASCII, and the percent sign, stands in
/// percent-encoded UTF-8 (RFC 3986, 2.1), so that every language's <c>decodeURIComponent</c> gives the text back.
/// </summary>
internal static class HeaderText
{
    private const int CharsMax = 1_000;
    private const int EncodedCharsMax = 3_000;
    private const string End = "...";

    public static string Of(string text)
    {
        if (text.Length <= CharsMax && !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.Contains('%'))
        {
            return text;
        }

        var written = new StringBuilder();
        var charsRead = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var before = written.Length;
            Append(written, rune);
            charsRead += rune.Utf16SequenceLength;
            if (charsRead > CharsMax || written.Length > EncodedCharsMax)
            {
                written.Length = before;
                return written.Append(End).ToString();
            }
        }

        return written.ToString();
    }

    private static void Append(StringBuilder written, Rune rune)
    {
        if (rune.Value is >= ' ' and <= '~' and not '%')
        {
            written.Append((char)rune.Value);
            return;
        }

        Span<byte> utf8 = stackalloc byte[4];
        foreach (var part in utf8[..rune.EncodeToUtf8(utf8)])
        {
            written.Append('%').Append(part.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
