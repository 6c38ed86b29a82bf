namespace CecSim.Scenarios.Shapes;

/// <summary>What an editor shows of a key.</summary>
internal static class Sentences
{
    /// <param name="limits">What is allowed, where the schema's own keywords do not show it.</param>
    public static string Of(string sentence, string? limits = null)
    {
        var start = char.ToUpperInvariant(sentence[0]) + sentence[1..];
        return limits is null ? start : $"{start} Allowed: {limits}.";
    }
}
