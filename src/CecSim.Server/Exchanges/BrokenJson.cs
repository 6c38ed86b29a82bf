namespace CecSim.Server.Exchanges;

/// <summary>
/// Says where a text is no JSON. A comma before a closing brace is named: the documents' own samples have it, and
/// whoever copies one would look for the mistake where the reader stopped, behind it.
/// </summary>
internal static class BrokenJson
{
    /// <param name="text">As it was parsed, without a byte order mark.</param>
    public static string Describe(ReadOnlySpan<byte> text, JsonException broken)
    {
        var stopped = OffsetOf(text, broken);
        var before = text[..stopped].TrimEnd(" \t\r\n"u8);
        if (stopped == text.Length || text[stopped] is not ((byte)'}' or (byte)']') || !before.EndsWith(","u8))
        {
            return At(broken.LineNumber ?? 0, broken.BytePositionInLine ?? 0);
        }

        var comma = before.Length - 1;
        var place = At(text[..comma].Count((byte)'\n'), comma - text[..comma].LastIndexOf((byte)'\n') - 1);
        return $"{place}: no comma may stand before the closing {(char)text[stopped]}";
    }

    private static int OffsetOf(ReadOnlySpan<byte> text, JsonException broken)
    {
        var line = 0;
        for (var lines = broken.LineNumber ?? 0; lines > 0; lines--)
        {
            line += text[line..].IndexOf((byte)'\n') + 1;
        }

        return Math.Min(text.Length, line + (int)(broken.BytePositionInLine ?? 0));
    }

    private static string At(long line, long position) => $"the body is not JSON: line {line + 1}, byte {position + 1}";
}
