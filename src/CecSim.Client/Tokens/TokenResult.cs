namespace CecSim.Client.Tokens;

/// <summary>A token, or why there is none.</summary>
internal abstract record TokenResult
{
    private TokenResult()
    {
    }

    internal sealed record Ready(Token Token) : TokenResult;

    /// <param name="Attempt">The last of those to fetch it: failed, or answered with a refusal.</param>
    /// <param name="Count">How many there were.</param>
    internal sealed record None(Attempt Attempt, int Count) : TokenResult;
}
