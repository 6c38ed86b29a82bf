namespace CecSim.Cli;

/// <summary>What a server says of a refusal beside the vendor's body, in percent-encoded UTF-8.</summary>
internal static class WhyHeader
{
    /// <returns>Null where it says nothing; nothing in it that would move a terminal's cursor.</returns>
    public static string? In(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-CecSim-Why", out var values)
            ? string.Concat(Uri.UnescapeDataString(values.First()).Select(c => char.IsControl(c) ? ' ' : c))
            : null;
}
