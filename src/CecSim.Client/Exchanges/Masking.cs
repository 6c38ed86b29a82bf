namespace CecSim.Client.Exchanges;

/// <summary>What a server says goes into exceptions, so it is made short, one line, and free of our secrets.</summary>
internal static class Masking
{
    private const int CharsMax = 300;

    public static string? Of(string? said, params ReadOnlySpan<string?> secrets)
    {
        if (said is null)
        {
            return null;
        }

        foreach (var secret in secrets)
        {
            if (!string.IsNullOrEmpty(secret))
            {
                said = said.Replace(secret, "***", StringComparison.OrdinalIgnoreCase);
            }
        }

        var line = string.Concat(said.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length > CharsMax ? line[..CharsMax] + "…" : line;
    }
}
