namespace CecSim.Scenarios.Wording;

/// <summary>A file's own text inside a complaint: one line, and never long.</summary>
internal static class Quote
{
    private const int LengthMax = 60;

    public static string Of(string text)
    {
        var shown = text.Length > LengthMax ? text[..LengthMax] + "…" : text;
        return $"'{string.Concat(shown.Select(c => char.IsControl(c) ? ' ' : c))}'";
    }
}
