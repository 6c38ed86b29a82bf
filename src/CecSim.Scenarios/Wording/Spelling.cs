namespace CecSim.Scenarios.Wording;

/// <summary>Which known word was probably meant.</summary>
public static class Spelling
{
    /// <param name="word">As it was written.</param>
    /// <param name="known">What it could have been; of two as near, the first.</param>
    /// <returns>Null when nothing is near: a wild guess misleads more than it helps.</returns>
    public static string? Nearest(string word, IEnumerable<string> known) =>
        known
            .Where(k => Math.Abs(k.Length - word.Length) <= DistanceMax(k))
            .Select(k => (Word: k, Distance: Distance(word.ToLowerInvariant(), k.ToLowerInvariant())))
            .Where(k => k.Distance <= DistanceMax(k.Word))
            .OrderBy(k => k.Distance)
            .Select(k => k.Word)
            .FirstOrDefault();

    private static int DistanceMax(string known) => Math.Max(1, known.Length / 3);

    /// <summary>Damerau-Levenshtein, in its form that changes no part twice (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                var replaced = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(replaced, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
