namespace CecSim.Simulation.Tokens;

/// <summary>
/// Writes an access token's number and end into its own 32 hex digits, scrambled with the space's seed, and reads
/// them back. So a live token costs no memory, and a load test may fetch as many as it likes. It keeps honest
/// clients apart from other spaces' tokens; it is no cryptography.
/// </summary>
internal sealed class AccessTokenSeal(SeededRandom random)
{
    private const int RoundsCount = 6;
    private const int MarkBits = 16;
    private const ulong Mark = 0xCEC5;
    private const ulong MarkMask = (1UL << MarkBits) - 1;

    private readonly ulong[] _roundKeys = [.. Enumerable.Range(0, RoundsCount).Select(_ => random.Next())];

    public string Write(long number, DateTimeOffset expiresAt)
    {
        var left = ((ulong)expiresAt.ToUnixTimeMilliseconds() << MarkBits) | Mark;
        var right = ((ulong)number << MarkBits) | Mark;
        foreach (var key in _roundKeys)
        {
            (left, right) = (right, left ^ SeededRandom.Mix(right + key));
        }

        return new UInt128(left, right).ToString("x32", CultureInfo.InvariantCulture);
    }

    /// <returns>The token's number and its end; null when no space of this seed ever issued it.</returns>
    public (long Number, DateTimeOffset ExpiresAt)? Read(string text)
    {
        if (text.Length != 32
            || !UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var block))
        {
            return null;
        }

        var (left, right) = ((ulong)(block >> 64), (ulong)block);
        for (var round = RoundsCount - 1; round >= 0; round--)
        {
            (left, right) = (right ^ SeededRandom.Mix(left + _roundKeys[round]), left);
        }

        var endMilliseconds = (long)(left >> MarkBits);
        return (left & MarkMask) == Mark && (right & MarkMask) == Mark
            && endMilliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? ((long)(right >> MarkBits), DateTimeOffset.FromUnixTimeMilliseconds(endMilliseconds))
            : null;
    }
}
