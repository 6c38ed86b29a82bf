namespace CecSim.Server.Exchanges;

/// <summary>What a server says of a refusal beside the vendor's body, in percent-encoded UTF-8.</summary>
public static class WhyHeader
{
    /// <returns>Null where it says nothing; nothing in it that would move a terminal's cursor.</returns>
    public static string? In(HttpResponseMessage response) =>
        response.Headers.TryGetValues(CecHeaders.Why, out var values)
            ? string.Concat(Uri.UnescapeDataString(values.First()).Select(c => char.IsControl(c) ? ' ' : c))
            : null;
}
