namespace CecSim.Server.Exchanges;

/// <summary>Free text made fit for a header value: printable ASCII, bounded (RFC 9110, 5.5).</summary>
internal static class HeaderText
{
    private const int CharsMax = 1_000;

    public static string Of(string text)
    {
        var fit = text.Length <= CharsMax ? text : text[..CharsMax] + "...";
        return string.Create(fit.Length, fit, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = source[i] is >= ' ' and <= '~' ? source[i] : '?';
            }
        });
    }
}
